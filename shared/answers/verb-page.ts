/** What the page behind a link does: it shows what the link lets its reader do, and does it when a button is pressed. */
import type { Result } from "../domain/result.ts";
import type { Verb } from "../links/verbs.ts";
import type { FormFault } from "../pages/faults.ts";
import type { FormState } from "../pages/fields.ts";
import type { Html } from "../pages/site.ts";
import type { Typed } from "../pages/typed.ts";
import type { AnswerRefusal } from "./refusals.ts";
import type { MeetingScene, PairScene, PersonScene } from "./scene.ts";

/** The verbs whose links lead here; signing up and signing in have pages of their own. */
export type AnswerVerb = Exclude<Verb, "sign-up" | "sign-in">;

export type AnswerPage = { title: string; body: Html };

/** A sentence that says what has been done, or why it was not: a reason of the table, or what is wrong in the form. */
export type Acted = Result<string, AnswerRefusal | readonly FormFault[]>;

type Actions<Scene> = {
  /** The page as things stand; after an answer it says what was answered, however often it is opened. A refused form is shown again as it was typed. */
  show: (scene: Scene, refilled?: FormState) => AnswerPage | Promise<AnswerPage>;
  /** Takes the answer. The same answer again is accepted and changes nothing. */
  act: (scene: Scene, form: Typed) => Promise<Acted>;
};

export type PersonPage<Name extends AnswerVerb> = { verb: Name; about: "person" } & Actions<PersonScene>;
export type PairPage<Name extends AnswerVerb> = { verb: Name; about: "pair" } & Actions<PairScene>;
export type MeetingPage<Name extends AnswerVerb> = { verb: Name; about: "meeting" } & Actions<MeetingScene>;
export type VerbPage<Name extends AnswerVerb = AnswerVerb> =
  | PersonPage<Name>
  | PairPage<Name>
  | MeetingPage<Name>;
