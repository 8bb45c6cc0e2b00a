/** Lists each pair's starts out of its two persons' free time, with what each costs by itself, into the planner's arrays. */
import type { MonthPairs, MonthRequest, PeoplesTimes } from "../plan-free-time.ts";
import type { Choices } from "./board.ts";
import { type ChoiceList, roomForChoices, startChoices } from "./choices.ts";

const minutesPerDay = 1440;

/** Every start on the grid at which the whole meeting lies in one free interval of both. */
export function choicesFromFreeTime(pairs: MonthPairs, request: MonthRequest): Choices {
  const choices = startChoices(pairs.ids.length);
  for (let pair = 0; pair < pairs.ids.length; pair++) {
    listPair(choices, pairs, pair, request);
    choices.first[pair + 1] = choices.size;
  }
  return choices;
}

function listPair(choices: ChoiceList, pairs: MonthPairs, pair: number, request: MonthRequest): void {
  const { students, mentors } = request;
  const minutes = pairs.minutes[pair]!;
  const student = pairs.student[pair]!;
  const mentor = pairs.mentor[pair]!;
  const one = students.free;
  const other = mentors.free;
  const leftEnd = students.freeTo[student]!;
  const rightEnd = mentors.freeTo[mentor]!;
  let left = students.freeFrom[student]!;
  let right = mentors.freeFrom[mentor]!;
  while (left < leftEnd && right < rightEnd) {
    const leftTo = one[left + 1]!;
    const rightTo = other[right + 1]!;
    const from = Math.max(one[left]!, other[right]!);
    const last = Math.min(leftTo, rightTo) - minutes;
    if (from <= last) listStretch(choices, pairs, pair, request, from, last);
    if (leftTo < rightTo) left += 2;
    else right += 2;
  }
}

/** Lists the starts from a minute up to and including another. */
function listStretch(
  choices: ChoiceList,
  pairs: MonthPairs,
  pair: number,
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
    choices.cost[choices.size++] = costOf(pairs, pair, request, day, at - day * minutesPerDay);
  }
}

/** What a meeting costs by itself. */
function costOf(
  { student, mentor, minutes, idealDay, usualWeekday, usualMinute }: MonthPairs,
  pair: number,
  { students, mentors, firstWeekday, weights }: MonthRequest,
  day: number,
  minuteOfDay: number,
): number {
  const weekday = (day + firstWeekday) % 7;
  const ideal = idealDay[pair]!;
  const usual = usualWeekday[pair]!;
  const end = minuteOfDay + minutes[pair]!;
  let cost = ideal < 0 ? 0 : weights.perDayFromIdeal * Math.abs(day - ideal);
  if (usual >= 0 && usual !== weekday) cost += weights.otherWeekday;
  else if (usual >= 0 && usualMinute[pair] !== minuteOfDay) cost += weights.otherTime;
  if (isOutside(students, student[pair]!, weekday, minuteOfDay, end)) cost += weights.outsideStudentPreferred;
  if (isOutside(mentors, mentor[pair]!, weekday, minuteOfDay, end)) cost += weights.outsideMentorPreferred;
  return cost;
}

/** True when the whole meeting lies in none of the person's preferred windows, of which there are some. */
function isOutside(
  { preferred, preferredFrom }: PeoplesTimes,
  person: number,
  weekday: number,
  from: number,
  to: number,
): boolean {
  const first = preferredFrom[person]!;
  const end = preferredFrom[person + 1]!;
  for (let index = first; index < end; index += 3)
    if (preferred[index] === weekday && preferred[index + 1]! <= from && to <= preferred[index + 2]!)
      return false;
  return first < end;
}
