/** From the token in an address to the page behind it: whether the link still works, and what it shows and does. */
import { isFinal } from "../domain/lifecycle/engine.ts";
import { mentorshipLife } from "../domain/lifecycle/mentorship-life.ts";
import { isAhead } from "../domain/meetings.ts";
import { type Link, linkState, loadLink } from "../links/link.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { tableOf } from "../runtime/table-of.ts";
import { type OpenPage, openPage } from "./open-page.ts";
import { openMeetingScene, openPairScene } from "./scene.ts";
import type { AnswerVerb } from "./verb-page.ts";
import { verbPages } from "./verbs/all.ts";

export type OpenedLink =
  /** There never was such a link, or it is one of another kind of page. */
  | { state: "unknown" }
  /** `over`: what it was for is past as well, so that a fresh one would do nothing. */
  | { state: "expired" | "over"; link: Link }
  /** What it was about is no longer there. */
  | { state: "gone" }
  | { state: "good"; page: OpenPage };

const isAnswerVerb = (verb: string): verb is AnswerVerb => Object.hasOwn(verbPages, verb);

export async function openLink(runtime: Runtime, token: string): Promise<OpenedLink> {
  const link = await loadLink(tableOf(runtime), token);
  if (!link || !isAnswerVerb(link.verb)) return { state: "unknown" };
  if (linkState(link, runtime.now()) !== "good")
    return { state: (await isOver(runtime, link, link.verb)) ? "over" : "expired", link };
  const page = await openPage(runtime, link, verbPages[link.verb]);
  return page ? { state: "good", page } : { state: "gone" };
}

/** Whether the mentorship has ended, or the meeting has been or is off. Times can be added whatever became of a meeting. */
async function isOver(runtime: Runtime, link: Link, verb: AnswerVerb): Promise<boolean> {
  const { about } = verbPages[verb];
  if (about === "person" || verb === "add-time") return false;
  if (about === "pair") {
    const pair = await openPairScene(runtime, link);
    if (!pair) return false;
    const { state } = pair.mentorship;
    return isFinal(mentorshipLife, state) || (verb === "not-for-me" && state === "closing");
  }
  const meeting = (await openMeetingScene(runtime, link))?.meeting;
  return meeting !== undefined && !isAhead(meeting) && !(verb === "answer" && meeting.state === "asked");
}
