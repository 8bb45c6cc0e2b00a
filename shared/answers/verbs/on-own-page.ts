/** The verbs that one's own page has as well, with their pages; times to add and the choice of mail have forms of their own there. */
import type { AnswerVerb, VerbPage } from "../verb-page.ts";
import { acceptAgreementPage } from "./accept-agreement.ts";
import { acceptStudent } from "./accept-student.ts";
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
import { withdrawRequest } from "./withdraw-request.ts";

export type OwnVerb = Exclude<AnswerVerb, "add-time" | "unsubscribe">;

export const ownVerbPages: { readonly [Name in OwnVerb]: VerbPage<Name> } = {
  confirm,
  "call-off": callOff,
  "skip-month": skipMonth,
  move,
  "run-late": runLate,
  prepare,
  answer: answerPage,
  thank,
  "accept-agreement": acceptAgreementPage,
  "not-for-me": notForMe,
  "choose-mentor": chooseMentorPage,
  "withdraw-request": withdrawRequest,
  "accept-student": acceptStudent,
  "not-now": notNow,
};
