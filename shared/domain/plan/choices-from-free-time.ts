/** Lists each pair's starts out of its two persons' free time, with what each costs by itself, into the planner's arrays. */
import type { MonthPairs, MonthRequest, PeoplesTimes } from "../plan-free-time.ts";
import type { Choices } from "./board.ts";
import { type ChoiceList, roomForChoices, startChoices } from "./choices.ts";

const minutesPerDay = 1440;

/** Every start on the grid at which the whole meeting lies in one free interval of both. */
export function choicesFromFreeTime(pairs: MonthPairs, request: MonthRequest): Choices {
  const { students, mentors, weights } = request;
  const choices = startChoices(pairs.ids.length);
  for (let pair = 0; pair < pairs.ids.length; pair++) {
    listStarts(choices, pairs, pair, request);
    choices.first[pair + 1] = choices.size;
    const minutes = pairs.minutes[pair]!;
    addWish(
      choices,
      pair,
      minutes,
      students,
      pairs.student[pair]!,
      weights.outsideStudentPreferred,
      request.firstWeekday,
    );
    addWish(
      choices,
      pair,
      minutes,
      mentors,
      pairs.mentor[pair]!,
      weights.outsideMentorPreferred,
      request.firstWeekday,
    );
  }
  return choices;
}

/** Lists the pair's starts, and what each costs for its day and hour. */
function listStarts(
  choices: ChoiceList,
  { student, mentor, minutes, idealDay, usualWeekday, usualMinute }: MonthPairs,
  pair: number,
  { students, mentors, weights, gridMinutes, firstWeekday }: MonthRequest,
): void {
  const length = minutes[pair]!;
  const ideal = idealDay[pair]!;
  const usual = usualWeekday[pair]!;
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
      if (usual >= 0 && usual !== (day + firstWeekday) % 7) cost += weights.otherWeekday;
      else if (usual >= 0 && at !== day * minutesPerDay + usualMinute[pair]!) cost += weights.otherTime;
      choices.at[choices.size] = at;
      choices.day[choices.size] = day;
      choices.cost[choices.size++] = cost;
    }
  }
}

/** Makes the pair's starts dearer at which the whole meeting lies in none of a person's preferred windows, if there are some. */
function addWish(
  { first, at, day, cost }: ChoiceList,
  pair: number,
  minutes: number,
  { preferred, preferredFrom }: PeoplesTimes,
  person: number,
  points: number,
  firstWeekday: number,
): void {
  const begin = preferredFrom[person]!;
  const end = preferredFrom[person + 1]!;
  if (begin === end) return;
  for (let choice = first[pair]!; choice < first[pair + 1]!; choice++) {
    const weekday = (day[choice]! + firstWeekday) % 7;
    const from = at[choice]! - day[choice]! * minutesPerDay;
    let index = begin;
    while (
      index < end &&
      !(
        preferred[index] === weekday &&
        preferred[index + 1]! <= from &&
        from + minutes <= preferred[index + 2]!
      )
    )
      index += 3;
    if (index === end) cost[choice]! += points;
  }
}
