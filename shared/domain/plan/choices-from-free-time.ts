/** Lists each pair's starts out of its two persons' free time, with what each costs by itself, into the planner's arrays. */
import type { MonthPairs, MonthRequest, PeoplesTimes } from "../plan-free-time.ts";
import type { Choices } from "./board.ts";
import { type ChoiceList, roomForChoices, startChoices } from "./choices.ts";

const minutesPerDay = 1440;
const minutesPerWeek = 7 * minutesPerDay;

/** Every start on the grid at which the whole meeting lies in one free interval of both. */
export function choicesFromFreeTime(pairs: MonthPairs, request: MonthRequest): Choices {
  const { students, mentors, weights, firstWeekday } = request;
  const choices = startChoices(pairs.ids.length);
  for (let pair = 0; pair < pairs.ids.length; pair++) {
    listStarts(choices, pairs, pair, request);
    choices.first[pair + 1] = choices.size;
    const length = pairs.minutes[pair]!;
    const { outsideStudentPreferred, outsideMentorPreferred } = weights;
    addWish(choices, pair, length, firstWeekday, students, pairs.student[pair]!, outsideStudentPreferred);
    addWish(choices, pair, length, firstWeekday, mentors, pairs.mentor[pair]!, outsideMentorPreferred);
  }
  return choices;
}

/** Lists the pair's starts, and what each costs for its day and hour. */
function listStarts(
  choices: ChoiceList,
  { student, mentor, minutes, idealDay, usual }: MonthPairs,
  pair: number,
  { students, mentors, weights, gridMinutes, firstWeekday }: MonthRequest,
): void {
  const length = minutes[pair]!;
  const ideal = idealDay[pair]!;
  const usualStart = usual[pair]!;
  const usualDay = Math.floor(usualStart / minutesPerDay);
  const leftEnd = students.freeTo[student[pair]!]!;
  const rightEnd = mentors.freeTo[mentor[pair]!]!;
  let left = students.freeFrom[student[pair]!]!;
  let right = mentors.freeFrom[mentor[pair]!]!;
  while (left < leftEnd && right < rightEnd) {
    const leftTo = students.free[left + 1]!;
    const rightTo = mentors.free[right + 1]!;
    const from = Math.max(students.free[left]!, mentors.free[right]!);
    const last = Math.min(leftTo, rightTo) - length;
    if (leftTo < rightTo) left += 2;
    else right += 2;
    if (from > last) continue;
    const first = Math.ceil(from / gridMinutes) * gridMinutes;
    roomForChoices(choices, Math.ceil((last - first + 1) / gridMinutes));
    for (let at = first; at <= last; at += gridMinutes) {
      const day = Math.floor(at / minutesPerDay);
      let cost = ideal < 0 ? 0 : weights.perDayFromIdeal * Math.abs(day - ideal);
      if (usualStart >= 0) {
        const inWeek = (at + firstWeekday * minutesPerDay) % minutesPerWeek;
        if ((day + firstWeekday) % 7 !== usualDay) cost += weights.otherWeekday;
        else if (inWeek !== usualStart) cost += weights.otherTime;
      }
      choices.at[choices.size] = at;
      choices.day[choices.size] = day;
      choices.cost[choices.size++] = cost;
    }
  }
}

/** Makes the pair's starts dearer at which the whole meeting lies in none of a person's preferred windows, if there are some. */
function addWish(
  { first, at, cost }: ChoiceList,
  pair: number,
  length: number,
  firstWeekday: number,
  { preferred, preferredFrom }: PeoplesTimes,
  person: number,
  points: number,
): void {
  const windows = preferredFrom[person]!;
  const windowsEnd = preferredFrom[person + 1]!;
  if (windows === windowsEnd) return;
  const end = first[pair + 1]!;
  for (let choice = first[pair]!; choice < end; choice++) {
    const from = (at[choice]! + firstWeekday * minutesPerDay) % minutesPerWeek;
    let window = windows;
    while (window < windowsEnd && (from < preferred[window]! || preferred[window + 1]! < from + length))
      window += 2;
    if (window === windowsEnd) cost[choice]! += points;
  }
}
