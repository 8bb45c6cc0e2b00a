/** Which mails a mentorship's history asks for: a prompt at its first meeting held, and the thank-you that was written. */
import { minute } from "../../shared/domain/time.ts";
import type { Expected } from "./expected-letters.ts";
import { meetingWrites, type Outcome, recordBefore } from "./outcome.ts";

const blurMs = 40 * minute;

export function expectedThanks(outcome: Outcome): Expected[] {
  const letters: Expected[] = [];
  const prompted = new Set<string>();
  for (const writes of meetingWrites(outcome).values()) {
    const held = writes.find(({ meeting }) => meeting.state === "held");
    if (!held || prompted.has(held.meeting.mentorshipId)) continue;
    const { mentorshipId, studentId } = held.meeting;
    prompted.add(mentorshipId);
    const student = recordBefore(outcome, `person#${studentId}`, "person", held.order);
    if (student?.wantsOptionalMail === false) continue;
    const stopped = outcome.writes.find(
      ({ put }) =>
        put?.pk === `person#${studentId}` && put.sk === "person" && put.wantsOptionalMail === false,
    );
    letters.push({
      letter: "gratitude-prompt",
      about: mentorshipId,
      arrangement: 0,
      role: "student",
      at: held.at,
      eitherWay: Math.min(outcome.now, stopped?.at ?? Number.POSITIVE_INFINITY) - held.at <= blurMs,
    });
  }
  const written = new Set<string>();
  for (const { put, at } of outcome.writes) {
    if (!put?.sk.startsWith("thank-you#") || written.has(put.sk)) continue;
    written.add(put.sk);
    const about = put.mentorshipId as string;
    letters.push({ letter: "thank-you", about, arrangement: 0, role: "mentor", at, eitherWay: false });
  }
  return letters;
}
