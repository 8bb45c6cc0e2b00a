/** Lists each pair's starts out of its two persons' free time, with what each costs by itself, into the planner's arrays. */
import type { MonthPair, MonthPerson, MonthRequest } from "../plan-free-time.ts";
import type { Choices } from "./board.ts";
import { type ChoiceList, roomForChoices, startChoices } from "./choices.ts";

const minutesPerDay = 1440;

/** A pair while its starts are listed. */
type Listed = {
  pair: MonthPair;
  student: MonthPerson;
  mentor: MonthPerson;
};

/** Every start on the grid at which the whole meeting lies in one free interval of both. */
export function choicesFromFreeTime(
  pairs: readonly MonthPair[],
  students: readonly MonthPerson[],
  mentors: readonly MonthPerson[],
  request: MonthRequest,
): Choices {
  const choices = startChoices(pairs.length);
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index]!;
    const student = students[index]!;
    const mentor = mentors[index]!;
    listPair(choices, { pair, student, mentor }, request);
    choices.first[index + 1] = choices.size;
  }
  return choices;
}

function listPair(choices: ChoiceList, listed: Listed, request: MonthRequest): void {
  const { minutes } = listed.pair;
  const one = listed.student.free;
  const other = listed.mentor.free;
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const from = Math.max(one[left]!, other[right]!);
    const last = Math.min(one[left + 1]!, other[right + 1]!) - minutes;
    if (from <= last) listStretch(choices, listed, request, from, last);
    if (one[left + 1]! < other[right + 1]!) left += 2;
    else right += 2;
  }
}

/** Lists the starts from a minute up to and including another. */
function listStretch(
  choices: ChoiceList,
  listed: Listed,
  request: MonthRequest,
  from: number,
  last: number,
): void {
  const { gridMinutes } = request;
  const first = Math.ceil(from / gridMinutes) * gridMinutes;
  roomForChoices(choices, Math.ceil((last - first + 1) / gridMinutes));
  for (let at = first; at <= last; at += gridMinutes) {
    const day = Math.floor(at / minutesPerDay);
    choices.at[choices.size] = at;
    choices.day[choices.size] = day;
    choices.cost[choices.size++] = costOf(listed, request, day, at - day * minutesPerDay);
  }
}

/** What a meeting costs by itself. */
function costOf(
  { pair, student, mentor }: Listed,
  { firstWeekday, weights }: MonthRequest,
  day: number,
  minuteOfDay: number,
): number {
  const { idealDay, usual, minutes } = pair;
  const weekday = (day + firstWeekday) % 7;
  let cost = idealDay === undefined ? 0 : weights.perDayFromIdeal * Math.abs(day - idealDay);
  if (usual && usual.weekday !== weekday) cost += weights.otherWeekday;
  else if (usual && usual.minuteOfDay !== minuteOfDay) cost += weights.otherTime;
  if (isOutside(student, weekday, minuteOfDay, minutes)) cost += weights.outsideStudentPreferred;
  if (isOutside(mentor, weekday, minuteOfDay, minutes)) cost += weights.outsideMentorPreferred;
  return cost;
}

/** True when the whole meeting lies in none of the preferred windows. */
function isOutside(
  { preferred }: MonthPerson,
  weekday: number,
  minuteOfDay: number,
  minutes: number,
): boolean {
  if (preferred === undefined) return false;
  for (let index = 0; index < preferred.length; index++) {
    const window = preferred[index]!;
    if (window.weekday === weekday && window.from <= minuteOfDay && minuteOfDay + minutes <= window.to)
      return false;
  }
  return preferred.length > 0;
}
