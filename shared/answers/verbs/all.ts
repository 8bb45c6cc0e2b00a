/** Every verb that a link in a mail may have, with the page behind it; a verb without its page does not compile. */
import type { AnswerVerb, VerbPage } from "../verb-page.ts";
import { acceptAgreementPage } from "./accept-agreement.ts";
import { acceptStudent } from "./accept-student.ts";
import { addTime } from "./add-time.ts";
import { answerPage } from "./answer.ts";
import { callOff } from "./call-off.ts";
import { chooseMentorPage } from "./choose-mentor.ts";
import { confirm } from "./confirm.ts";
import { move } from "./move.ts";
import { notForMe } from "./not-for-me.ts";
import { notNow } from "./not-now.ts";
import { prepare } from "./prepare.ts";
import { runLate } from "./run-late.ts";
import { skipMonth } from "./skip-month.ts";
import { thank } from "./thank.ts";
import { unsubscribePage } from "./unsubscribe.ts";
import { withdrawRequest } from "./withdraw-request.ts";

export const verbPages: { readonly [Name in AnswerVerb]: VerbPage<Name> } = {
  confirm,
  "call-off": callOff,
  "skip-month": skipMonth,
  move,
  "run-late": runLate,
  "add-time": addTime,
  prepare,
  answer: answerPage,
  thank,
  "accept-agreement": acceptAgreementPage,
  "not-for-me": notForMe,
  "choose-mentor": chooseMentorPage,
  "withdraw-request": withdrawRequest,
  "accept-student": acceptStudent,
  "not-now": notNow,
  unsubscribe: unsubscribePage,
};
