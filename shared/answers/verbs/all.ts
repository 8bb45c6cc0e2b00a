/** Every verb that a link in a mail may have, with the page behind it; a verb without its page does not compile. */
import type { AnswerVerb, VerbPage } from "../verb-page.ts";
import { addTime } from "./add-time.ts";
import { ownVerbPages } from "./on-own-page.ts";
import { unsubscribePage } from "./unsubscribe.ts";

export const verbPages: { readonly [Name in AnswerVerb]: VerbPage<Name> } = {
  ...ownVerbPages,
  "add-time": addTime,
  unsubscribe: unsubscribePage,
};
