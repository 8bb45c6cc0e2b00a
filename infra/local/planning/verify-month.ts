/** Judges a month planned from lists of starts, by the request alone, and shares no code with the planner. */
import type { Plan } from "../../../shared/domain/plan.ts";
import type { PlanRequest } from "../../../shared/domain/plan-request.ts";

/** Every way in which a plan breaks a rule, in words; none for a good one. */
export function faultsOfMonth(request: PlanRequest, plan: Plan): string[] {
  const faults: string[] = [];
  const pairs = new Map(request.pairs.map((pair) => [pair.id, pair]));
  const named = [...plan.placed, ...plan.unplaced].map(({ pair }) => pair);
  if (named.length !== pairs.size || new Set(named).size !== pairs.size)
    faults.push("not every pair exactly once");
  for (const list of [plan.placed, plan.unplaced]) {
    const ids = list.map(({ pair }) => pair);
    const ordered = ids.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
    if (ids.join() !== ordered.join()) faults.push("not in the order of the ids");
  }
  const calendars = new Map<string, { from: number; to: number; pair: string }[]>();
  for (const { pair: id, start } of plan.placed) {
    const pair = pairs.get(id);
    if (!pair?.starts.at.includes(start)) {
      faults.push(`${id} at ${start}, which is not one of its starts`);
      continue;
    }
    for (const person of new Set([pair.student, pair.mentor])) {
      const calendar = calendars.get(person) ?? [];
      calendar.push({ from: start, to: start + pair.minutes, pair: id });
      calendars.set(person, calendar);
    }
  }
  for (const [person, calendar] of calendars) {
    calendar.sort((a, b) => a.from - b.from);
    for (const [index, { to, pair }] of calendar.entries()) {
      const next = calendar[index + 1];
      if (next && next.from < to + request.bufferMinutes)
        faults.push(`${person} is in ${pair} and ${next.pair} at once`);
    }
  }
  const cost = costOf(request, new Map(plan.placed.map(({ pair, start }) => [pair, start])));
  if (cost !== plan.cost) faults.push(`costs ${cost}, not ${plan.cost}`);
  if (plan.bound > plan.cost) faults.push(`costs ${plan.cost}, below the bound ${plan.bound}`);
  if (plan.most < plan.placed.length) faults.push(`more are placed than ${plan.most}, the most that can be`);
  return faults;
}

/** The points of a plan, counted from its description. */
export function costOf({ pairs, weights }: PlanRequest, placed: ReadonlyMap<string, number>): number {
  let cost = 0;
  const mentorsDays = new Map<string, number>();
  for (const pair of pairs) {
    const at = placed.get(pair.id);
    if (at === undefined) {
      cost += weights.unplaced + (pair.missedLastMonth ? weights.unplacedAgain : 0);
      continue;
    }
    const index = pair.starts.at.indexOf(at);
    const wall = new Date(pair.starts.wall[index]! * 60_000);
    const day = Math.floor(wall.getTime() / 86_400_000);
    if (pair.starts.ifNeeded[index] === 1)
      cost += pair.lastIfNeeded ? weights.ifNeeded + weights.ifNeededAgain : weights.ifNeeded;
    if (pair.idealDay !== undefined) cost += weights.perDayFromIdeal * Math.abs(day - pair.idealDay);
    if (pair.last) {
      if ((wall.getUTCDay() + 6) % 7 !== pair.last.weekday) cost += weights.otherWeekday;
      else if (wall.getUTCHours() * 60 + wall.getUTCMinutes() !== pair.last.minuteOfDay)
        cost += weights.otherTime;
    }
    const key = `${pair.mentor}/${day}`;
    mentorsDays.set(key, (mentorsDays.get(key) ?? 0) + 1);
  }
  for (const meetings of mentorsDays.values()) cost += (meetings - 1) * weights.furtherOnOneDay;
  return cost;
}
