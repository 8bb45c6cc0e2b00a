/** The truth about a meeting, from what the two people say; it is never inferred from the date. */
import type { Answer, Attendance, MeetingState } from "../meetings.ts";
import type { Role } from "../people.ts";

const tookPlace = (attendance: Attendance): boolean => attendance === "met" || attendance === "met-shortened";

/** One answer is enough to go by; none, or two that contradict each other, leave it unknown. */
export function settle(answers: Partial<Record<Role, Answer | undefined>>): MeetingState {
  const said = [answers.student, answers.mentor].flatMap((answer) => (answer ? [answer.attendance] : []));
  if (said.length === 0) return "unknown";
  if (said.every(tookPlace)) return "held";
  if (said.some(tookPlace)) return "unknown";
  return said.includes("missed-with-notice") ? "missed-with-notice" : "missed-silently";
}
