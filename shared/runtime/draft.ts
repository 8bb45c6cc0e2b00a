/** One change of the school in the making: what will be written together, and what must be carried out afterwards. */
import { type Advanced, type LetterToSend, nextTimer } from "../domain/lifecycle/engine.ts";
import { meetingLife } from "../domain/lifecycle/meeting-life.ts";
import { mentorshipLife } from "../domain/lifecycle/mentorship-life.ts";
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Message } from "../domain/messages.ts";
import type { Pair, Person } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { type MeetingChange, saveMeetings } from "../records/meetings.ts";
import { saveMentorship } from "../records/mentorships.ts";
import { addMessage, loadMessages } from "../records/messages.ts";
import { savePerson } from "../records/people.ts";
import { transact, type Write } from "../records/table.ts";
import { carryOut, type Promised } from "./carry-out.ts";
import { type InHand, keepAsRead, nothingInHand } from "./in-hand.ts";
import { planMessages } from "./plan-message.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

export type Draft = {
  now: Instant;
  meetings: MeetingChange[];
  writes: Write[];
  messages: Message[];
  clocks: Promised["clocks"][number][];
  inHand: InHand;
};

export const newDraft = (runtime: Runtime): Draft => ({
  now: runtime.now(),
  meetings: [],
  writes: [],
  messages: [],
  clocks: [],
  inHand: nothingInHand(),
});

/** A meeting's next revision, its letters and its clock. */
export function draftMeeting(
  runtime: Runtime,
  draft: Draft,
  change: {
    after: Meeting;
    before: Meeting | undefined;
    letters: readonly LetterToSend[];
    /** What time had brought about before: its letters are void once the meeting is no longer as it was then. */
    passed?: Advanced<Meeting> | undefined;
    mentorship: Mentorship;
    pair: Pair;
  },
): void {
  const { school } = runtime;
  const { after, before, letters, passed, mentorship, pair } = change;
  const next = nextTimer(meetingLife, after, { school, pair, now: draft.now })?.at;
  draft.meetings.push({ after, before, dueAt: next });
  draft.inHand.meetings.set(after.id, after);
  keepAsRead(draft.inHand, pair, mentorship);
  const around = { school, now: draft.now, mentorship };
  if (passed)
    draft.messages.push(...planMessages(passed.letters, pair, { ...around, meeting: passed.after }));
  draft.messages.push(...planMessages(letters, pair, { ...around, meeting: after }));
  if (next !== undefined)
    draft.clocks.push({
      wake: { kind: "meeting", id: after.id },
      revision: (before?.revision ?? 0) + 1,
      at: next,
    });
}

/**
 * A mentorship's next revision, its letters and its clock. One that has just become active is due at once:
 * its meetings in the open months are still to be arranged.
 */
export function draftMentorship(
  runtime: Runtime,
  draft: Draft,
  change: { after: Mentorship; before: Mentorship | undefined; letters: readonly LetterToSend[]; pair: Pair },
): void {
  const { school } = runtime;
  const { after, before, letters, pair } = change;
  const justActive = after.state === "active" && before?.state !== "active";
  const next = justActive
    ? draft.now
    : nextTimer(mentorshipLife, after, { school, pair, now: draft.now })?.at;
  draft.writes.push(...saveMentorship(tableOf(runtime), after, before, next));
  draft.inHand.mentorships.set(after.id, after);
  keepAsRead(draft.inHand, pair);
  draft.messages.push(...planMessages(letters, pair, { school, now: draft.now, mentorship: after }));
  if (next !== undefined)
    draft.clocks.push({
      wake: { kind: "mentorship", id: after.id },
      revision: (before?.revision ?? 0) + 1,
      at: next,
    });
  if (letters.some(({ letter }) => letter === "gratitude-prompt"))
    draftPerson(
      runtime,
      draft,
      { ...pair.student, gratitude: { ...pair.student.gratitude, lastPromptAt: draft.now } },
      pair.student,
    );
}

export const draftPerson = (runtime: Runtime, draft: Draft, after: Person, before: Person): void => {
  draft.writes.push(savePerson(tableOf(runtime), after, before));
  draft.inHand.people.set(after.id, after);
};

/**
 * Writes all of it or nothing, then carries it out. Answers the name of the condition that did not hold, or undefined.
 * A message that was planned before stays the one that it is, and the rest is written without it.
 */
export async function commit(runtime: Runtime, draft: Draft): Promise<string | undefined> {
  const table = tableOf(runtime);
  const refusal = await write(runtime, draft);
  if (refusal !== "planned-before") return refusal;
  const ids = draft.messages.map(({ id }) => id);
  const before = new Set((await loadMessages(table, ids)).map(({ id }) => id));
  return write(runtime, { ...draft, messages: draft.messages.filter(({ id }) => !before.has(id)) });
}

async function write(runtime: Runtime, draft: Draft): Promise<string | undefined> {
  const table = tableOf(runtime);
  const changes = [...saveMeetings(table, draft.meetings), ...draft.writes];
  const writes = [...changes, ...draft.messages.map((message) => addMessage(table, message))];
  if (writes.length === 0) return undefined;
  const refusal = await transact(table, writes, newAttemptToken(runtime));
  if (refusal === undefined) await carryOut(runtime, draft);
  return refusal;
}

const mostTries = 8;

/** Tries again with fresh eyes for as long as somebody else was quicker; gives up after a few rounds, and a retry helps. */
export async function persist<Answer>(attempt: () => Promise<Answer | "changed-meanwhile">): Promise<Answer> {
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = await attempt();
    if (answer !== "changed-meanwhile") return answer;
  }
  throw new Error(`the record kept changing under us ${mostTries} times; a retry helps`);
}
