/** A pair in New York and Kolkata, a meeting of theirs and the mentorship around it, for tests of the two life tables. */
import { civilAt, wallToInstant } from "../../../shared/domain/calendar.ts";
import { passTime } from "../../../shared/domain/lifecycle/engine.ts";
import { meetingLife } from "../../../shared/domain/lifecycle/meeting-life.ts";
import type { AroundMeeting, Meeting } from "../../../shared/domain/meetings.ts";
import type { Mentorship } from "../../../shared/domain/mentorships.ts";
import { milestoneKinds } from "../../../shared/domain/school.ts";
import { aMentor, aSchool, aStudent, newYork } from "../a-pair.ts";

export const school = aSchool({
  milestones: [...milestoneKinds],
  schoolYear: { from: "2026-08-17", to: "2027-05-28" },
});
export const pair = {
  student: { ...aStudent({}, newYork), agreedAt: 1 },
  mentor: { ...aMentor({}, "Asia/Kolkata"), agreedAt: 1 },
};

/** A wall time in New York as an instant: `2026-12-10 17:00`. */
export const inNewYork = (text: string): number => {
  const [date, time] = text.split(" ") as [string, string];
  return wallToInstant(date, time, newYork);
};

export const newYorkTime = (instant: number): string => {
  const { date, time } = civilAt(instant, newYork);
  return `${date} ${time}`;
};

export const around = (now: string): AroundMeeting => ({ school, pair, now: inNewYork(now) });

export const booked = (startAt: string, arrangedAt = "2026-11-24 09:00"): Meeting => ({
  ...unplaced,
  state: "booked",
  arrangement: 1,
  startAt: inNewYork(startAt),
  arrangedAt: inNewYork(arrangedAt),
});

export const unplaced: Meeting = {
  id: "pairpairpairpair-2026-12",
  revision: 1,
  mentorshipId: "pairpairpairpair",
  studentId: "student",
  mentorId: "mentor",
  month: "2026-12",
  state: "unplaced",
  done: [],
  arrangement: 0,
  minutes: 60,
  place: "Room 1",
  confirmedBy: [],
  answers: {},
};

export const mentorship: Mentorship = {
  id: "pairpairpairpair",
  revision: 1,
  studentId: "student",
  mentorId: "mentor",
  state: "proposed",
  done: [],
  reasons: [],
  proposedAt: inNewYork("2026-09-01 09:00"),
  meetingsHeld: 0,
  heldMonths: [],
  milestones: [],
};

/** Lets a meeting live by the clock alone, looking every five minutes, and tells when which letters went to whom. */
export function diary(meeting: Meeting, from: string, to: string): string[] {
  const lines: string[] = [];
  let now = meeting;
  for (let at = inNewYork(from); at <= inNewYork(to); at += 5 * 60_000) {
    const passed = passTime(meetingLife, now, { school, pair, now: at });
    for (const { letter, to } of passed.letters) lines.push(`${newYorkTime(at)} ${letter} → ${to}`);
    if (passed.after.state !== now.state) lines.push(`${newYorkTime(at)} is ${passed.after.state}`);
    now = passed.after;
  }
  return lines;
}
