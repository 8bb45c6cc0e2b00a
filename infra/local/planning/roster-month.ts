/** An administrator's roster, paired by the matching, and the month that its school would plan for these pairs. */
import { addDays, civilAt, dayNumber, firstDay, wallToInstant } from "../../../shared/domain/calendar.ts";
import { commonTime } from "../../../shared/domain/matching/common-time.ts";
import { lotteryOf } from "../../../shared/domain/matching/lottery.ts";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { type Plan, planMonth } from "../../../shared/domain/plan.ts";
import { type PlanRequest, planPairOf } from "../../../shared/domain/plan-request.ts";
import { planWeightsOf } from "../../../shared/domain/school.ts";
import { yearOf } from "../../../shared/domain/school-year.ts";
import { slotsOf } from "../../../shared/domain/slots.ts";
import { type Instant, type Month, minute, type TimeZone } from "../../../shared/domain/time.ts";
import { monthToPlay } from "../month-to-play.ts";
import { readRosterPeople } from "../roster-people.ts";
import { cpuMsSoFar } from "./plan-report.ts";
import { faultsOfMonth } from "./verify-month.ts";

type Asked = {
  file: string;
  school: string | undefined;
  /** As it was typed; without one the next that opens after `today`, a civil date. */
  month: string | undefined;
  today: string;
};

/** Verified before it is given. Pairs are named by both addresses; starts are minutes after the month's first midnight in the school's zone. */
export function planRosterMonth(asked: Asked, say: (line: string) => void): { plan: Plan; cpuMs: number } {
  const { school, people, joinedAt } = readRosterPeople(asked.file, asked.school, say);
  const month = monthToPlay(school, asked.month, asked.today);
  const { pairs } = proposePairs(
    {
      people,
      existing: [],
      assessors: school.assessors ?? [],
      commonMinutes: commonTime(joinedAt, school.meeting.minutes),
      lottery: lotteryOf(school),
    },
    "stable",
  );
  const personOf = new Map(people.map((person) => [person.id, person]));
  const opening = addDays(firstDay(month), -school.round.opensDaysBefore);
  const now = wallToInstant(opening, school.round.opensAt, school.timeZone);
  const busy = { student: [], mentor: [] };
  const before = cpuMsSoFar();
  const request: PlanRequest = {
    pairs: pairs.map(({ studentId, mentorId }) => {
      const pair = { student: personOf.get(studentId)!, mentor: personOf.get(mentorId)! };
      const slots = slotsOf({ school, pair, month, now, busy, ...yearOf(school) });
      return planPairOf({
        id: `${studentId} with ${mentorId}`,
        pair,
        month,
        minutes: school.meeting.minutes,
        slots: slots.starts,
        reason: slots.reason,
      });
    }),
    weights: planWeightsOf(school),
    bufferMinutes: school.meeting.bufferMinutes,
  };
  const plan = planMonth(request);
  const cpuMs = cpuMsSoFar() - before;
  const faults = faultsOfMonth(request, plan);
  if (faults.length > 0) throw new Error(`the plan is not legal: ${faults.join("; ")}`);
  const placed = plan.placed.map(({ pair, start }) => ({
    pair,
    start: onTheWall(start * minute, month, school.timeZone),
  }));
  return { plan: { ...plan, placed }, cpuMs };
}

/** Minutes that a clock and a calendar in the zone have gone on since 00:00 of the month's first day, as in an instance. */
function onTheWall(start: Instant, month: Month, zone: TimeZone): number {
  const { date, minuteOfDay } = civilAt(start, zone);
  return (dayNumber(date) - dayNumber(firstDay(month))) * 1440 + minuteOfDay;
}
