/** A thank-you in the student's own words: kept with the mentor, and sent once the student says so. */

import type { ThankYou } from "../domain/mentorships.ts";
import { textMaxLength } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { addThankYou, loadMentorship, loadThankYou } from "../records/mentorships.ts";
import { addMessage } from "../records/messages.ts";
import { loadPerson } from "../records/people.ts";
import { actOnMentorship, type MentorshipActRefusal } from "./act-on-mentorship.ts";
import { planMessage, toPerson } from "./plan-message.ts";
import type { Runtime } from "./runtime.ts";
import { sendInTurn } from "./send-in-turn.ts";
import { tableOf } from "./table-of.ts";

export type ThankRefusal = MentorshipActRefusal | "nothing-written" | "too-long" | "already-thanked";

/**
 * Thanks for one milestone, once. The note, the answer to the prompt and the letter to the mentor are one write.
 * The same words again are accepted; others are refused as `already-thanked`, even if both come at one moment.
 */
export async function thankMentor(
  runtime: Runtime,
  mentorshipId: string,
  key: string,
  text: string,
): Promise<Result<ThankYou, ThankRefusal>> {
  const words = text.trim();
  if (words.length === 0) return refuse("nothing-written");
  if (words.length > textMaxLength) return refuse("too-long");
  const table = tableOf(runtime);
  const mentorship = await loadMentorship(table, mentorshipId);
  const milestone = mentorship?.milestones.find((it) => it.key === key);
  if (!mentorship) return refuse("no-such-mentorship");
  if (!milestone) return refuse("no-such-prompt");
  const id = `${mentorshipId}-${key}`;
  const asKept = async (): Promise<Result<ThankYou, ThankRefusal>> => {
    const kept = await loadThankYou(table, mentorship.mentorId, id);
    return kept?.text === words ? accept(kept) : refuse("already-thanked");
  };
  if (milestone.answer === "thanked") return asKept();
  const mentor = await loadPerson(table, mentorship.mentorId);
  if (!mentor) return refuse("no-such-mentorship");
  const thankYou: ThankYou = {
    id,
    mentorshipId,
    studentId: mentorship.studentId,
    mentorId: mentorship.mentorId,
    milestone: milestone.kind,
    text: words,
    writtenAt: runtime.now(),
  };
  const message = planMessage(
    { letter: "thank-you", occasion: key, data: { thankYouId: id, milestone: milestone.kind } },
    toPerson(mentor, "mentor"),
    { school: runtime.school, now: runtime.now(), mentorship },
  );
  const acted = await actOnMentorship(
    runtime,
    mentorshipId,
    { type: "prompt-answered", by: "student", key, answer: "thanked" },
    async () => accept([addThankYou(table, thankYou), addMessage(table, message)]),
  );
  if (!acted.ok) return acted;
  await sendInTurn(runtime, [message]);
  return asKept();
}
