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

/** Lists the starts from a minute up to and including another, day by day. */
function listStretch(
  choices: ChoiceList,
  listed: Listed,
  request: MonthRequest,
  from: number,
  last: number,
): void {
  const { gridMinutes } = request;
  let at = Math.ceil(from / gridMinutes) * gridMinutes;
  while (at <= last) {
    const day = Math.floor(at / minutesPerDay);
    at = listDay(choices, listed, request, day, at, Math.min(last, (day + 1) * minutesPerDay - 1));
  }
}

/** Lists the starts of one day up to and including the last; returns the one that would follow. */
function listDay(
  choices: ChoiceList,
  { pair, student, mentor }: Listed,
  { gridMinutes, firstWeekday, weights }: MonthRequest,
  day: number,
  first: number,
  last: number,
): number {
  const { idealDay, usual } = pair;
  const weekday = (day + firstWeekday) % 7;
  const midnight = day * minutesPerDay;
  let base = idealDay === undefined ? 0 : weights.perDayFromIdeal * Math.abs(day - idealDay);
  if (usual && usual.weekday !== weekday) base += weights.otherWeekday;
  const studentMinds = minds(student, weekday);
  const mentorMinds = minds(mentor, weekday);
  if (studentMinds === "all day") base += weights.outsideStudentPreferred;
  if (mentorMinds === "all day") base += weights.outsideMentorPreferred;
  const usualAt = usual && usual.weekday === weekday ? midnight + usual.minuteOfDay : -1;
  roomForChoices(choices, Math.ceil((last - first + 1) / gridMinutes));
  const { at: starts, day: days, cost: costs } = choices;
  let size = choices.size;
  let at = first;
  for (; at <= last; at += gridMinutes) {
    let cost = base;
    if (usualAt >= 0 && usualAt !== at) cost += weights.otherTime;
    if (studentMinds === "by hour" && isOutside(student, weekday, at - midnight, pair.minutes))
      cost += weights.outsideStudentPreferred;
    if (mentorMinds === "by hour" && isOutside(mentor, weekday, at - midnight, pair.minutes))
      cost += weights.outsideMentorPreferred;
    starts[size] = at;
    days[size] = day;
    costs[size++] = cost;
  }
  choices.size = size;
  return at;
}

/** Whether a meeting on this weekday is outside the person's preferred windows, of which there may be none. */
function minds({ preferred }: MonthPerson, weekday: number): "never" | "by hour" | "all day" {
  if (preferred === undefined || preferred.length === 0) return "never";
  for (let index = 0; index < preferred.length; index++)
    if (preferred[index]!.weekday === weekday) return "by hour";
  return "all day";
}

/** True when the whole meeting lies in none of the preferred windows. */
function isOutside(
  { preferred = [] }: MonthPerson,
  weekday: number,
  minuteOfDay: number,
  minutes: number,
): boolean {
  for (let index = 0; index < preferred.length; index++) {
    const window = preferred[index]!;
    if (window.weekday === weekday && window.from <= minuteOfDay && minuteOfDay + minutes <= window.to)
      return false;
  }
  return true;
}
