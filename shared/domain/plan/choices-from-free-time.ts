/** Lists each pair's starts out of its two persons' free time, with what each costs by itself, into the planner's arrays. */
import type { FreeTimeWeights, MonthPair, MonthPerson, MonthRequest } from "../plan-free-time.ts";
import type { Choices } from "./board.ts";
import { type ChoiceList, startChoices } from "./choices.ts";

const minutesPerDay = 1440;

/** Every start on the grid at which the whole meeting lies in one free interval of both. Throws on a person who is not listed. */
export function choicesFromFreeTime(pairs: readonly MonthPair[], request: MonthRequest): Choices {
  const students = peopleById(request.students);
  const mentors = peopleById(request.mentors);
  const choices = startChoices(pairs.length);
  for (const pair of pairs) {
    const student = students.get(pair.student);
    const mentor = mentors.get(pair.mentor);
    if (!student || !mentor) throw new Error(`pair ${pair.id} names somebody who is not listed`);
    listPair(choices, pair, student, mentor, request);
    choices.endPair();
  }
  return choices.listed();
}

type Person = { free: MonthPerson["free"]; preferred: readonly number[][] | undefined };

/** Preferred windows by weekday, as from, to, from, to… */
function peopleById(people: readonly MonthPerson[]): Map<string, Person> {
  const byId = new Map<string, Person>();
  for (const { id, free, preferred } of people) {
    const byWeekday: number[][] | undefined =
      preferred && preferred.length > 0 ? [[], [], [], [], [], [], []] : undefined;
    if (byWeekday) for (const { weekday, from, to } of preferred!) byWeekday[weekday]!.push(from, to);
    byId.set(id, { free, preferred: byWeekday });
  }
  return byId;
}

function listPair(
  choices: ChoiceList,
  pair: MonthPair,
  student: Person,
  mentor: Person,
  { gridMinutes, firstWeekday, weights }: MonthRequest,
): void {
  let [left, right] = [0, 0];
  while (left < student.free.length && right < mentor.free.length) {
    const one = student.free[left]!;
    const other = mentor.free[right]!;
    const to = one[1] < other[1] ? one[1] : other[1];
    const from = one[0] > other[0] ? one[0] : other[0];
    for (let at = Math.ceil(from / gridMinutes) * gridMinutes; at + pair.minutes <= to; at += gridMinutes) {
      const day = Math.floor(at / minutesPerDay);
      const minuteOfDay = at - day * minutesPerDay;
      const weekday = (day + firstWeekday) % 7;
      choices.add(at, day, costOf(pair, day, weekday, minuteOfDay, student, mentor, weights));
    }
    if (one[1] < other[1]) left++;
    else right++;
  }
}

function costOf(
  { idealDay, usual, minutes }: MonthPair,
  day: number,
  weekday: number,
  minuteOfDay: number,
  student: Person,
  mentor: Person,
  weights: FreeTimeWeights,
): number {
  let cost = 0;
  if (idealDay !== undefined) cost += weights.perDayFromIdeal * Math.abs(day - idealDay);
  if (usual && usual.weekday !== weekday) cost += weights.otherWeekday;
  else if (usual && usual.minuteOfDay !== minuteOfDay) cost += weights.otherTime;
  if (isOutside(student, weekday, minuteOfDay, minutes)) cost += weights.outsideStudentPreferred;
  if (isOutside(mentor, weekday, minuteOfDay, minutes)) cost += weights.outsideMentorPreferred;
  return cost;
}

/** True when the person has preferred windows and the whole meeting lies in none of them. */
function isOutside({ preferred }: Person, weekday: number, minuteOfDay: number, minutes: number): boolean {
  if (!preferred) return false;
  const windows = preferred[weekday]!;
  for (let index = 0; index < windows.length; index += 2)
    if (windows[index]! <= minuteOfDay && minuteOfDay + minutes <= windows[index + 1]!) return false;
  return true;
}
