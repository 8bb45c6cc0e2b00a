/** Nobody is in two meetings at once, at any moment; a pair has one meeting a round; an answer counts once. */
import { keepsTime, type Meeting } from "../../../shared/domain/meetings.ts";
import { roles } from "../../../shared/domain/people.ts";
import { minute } from "../../../shared/domain/time.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import type { Check } from "./finding.ts";

export const noDoubleBooking: Check = ({ writes }) => {
  const findings: string[] = [];
  const standing = new Map<string, Meeting>();
  for (const { put } of writes) {
    if (put?.sk !== "meeting") continue;
    const meeting = put as unknown as Meeting;
    if (!keepsTime(meeting)) {
      standing.delete(meeting.id);
      continue;
    }
    for (const other of standing.values()) {
      if (other.id === meeting.id || !sharesSomebody(meeting, other)) continue;
      if (
        meeting.startAt! < other.startAt! + other.minutes * minute &&
        other.startAt! < meeting.startAt! + meeting.minutes * minute
      )
        findings.push(`${meeting.id} and ${other.id} at ${new Date(meeting.startAt!).toISOString()}`);
    }
    standing.set(meeting.id, meeting);
  }
  return findings;
};

const sharesSomebody = (one: Meeting, other: Meeting): boolean =>
  one.studentId === other.studentId || one.mentorId === other.mentorId;

export const oneMeetingPerRound: Check = ({ table }) => {
  const meetings = table.filter(({ sk }) => sk === "meeting") as unknown as Meeting[];
  return [...Map.groupBy(meetings, ({ studentId, mentorId, month }) => `${studentId} ${mentorId} ${month}`)]
    .filter(([, same]) => same.length > 1)
    .map(([pair]) => `two meetings of ${pair}`);
};

/** Each press of the story changes a meeting's time once at most, however often it was pressed. */
export const linksHaveOneEffect: Check = ({ writes, pressed: verbs }) => {
  const pressed = (verb: Verb): number => verbs.filter((it) => it === verb).length;
  const seen = { moved: 0, calledOff: 0, skipped: 0, late: 0, thanked: 0 };
  const latest = new Map<string, Meeting>();
  for (const { put } of writes) {
    if (put?.sk.startsWith("thank-you#")) seen.thanked++;
    if (put?.sk !== "meeting") continue;
    const meeting = put as unknown as Meeting;
    const before = latest.get(meeting.id);
    latest.set(meeting.id, meeting);
    if (!before) continue;
    const changed = meeting.arrangement - before.arrangement;
    if (meeting.state === "booked" && before.state !== "unplaced") seen.moved += changed;
    if (meeting.state === "called-off") seen.calledOff += changed;
    if (meeting.state === "skipped") seen.skipped += changed;
    for (const role of roles)
      if (meeting.late?.[role] !== undefined && before.late?.[role] !== meeting.late[role]) seen.late++;
  }
  const most = {
    moved: pressed("move"),
    calledOff: pressed("call-off"),
    skipped: pressed("skip-month"),
    late: pressed("run-late"),
    thanked: pressed("thank"),
  };
  return Object.entries(seen)
    .filter(([what, times]) => times > most[what as keyof typeof most])
    .map(([what, times]) => `${what} ${times} times, pressed ${most[what as keyof typeof most]} times`);
};
