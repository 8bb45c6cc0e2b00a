/** Judges a plan by its instance alone, and shares nothing with the planner. */
import type { InstancePair, InstancePerson, MonthInstance } from "./month-instance.ts";

export type GivenPlan = { plan: readonly (readonly [pair: string, start: number])[]; objective: number };

/** Every way in which a plan breaks a rule, in words; none for a legal one whose objective is told truly. */
export function faultsOfPlan(instance: MonthInstance, { plan, objective }: GivenPlan): string[] {
  const faults: string[] = [];
  const pairs = new Map(instance.pairs.map((pair) => [pair.id, pair]));
  const people = (list: readonly InstancePerson[]) => new Map(list.map((person) => [person.id, person]));
  const students = people(instance.students);
  const mentors = people(instance.mentors);
  const startOf = new Map<string, number>();
  const calendars = new Map<string, [from: number, to: number, pair: string][]>();
  for (const [id, start] of plan) {
    const pair = pairs.get(id);
    if (!pair || startOf.has(id)) {
      faults.push(`${id} is ${pair ? "twice in the plan" : "not a pair"}`);
      continue;
    }
    startOf.set(id, start);
    const end = start + pair.minutes;
    if (start % instance.grid_minutes !== 0) faults.push(`${id} at ${start} is not on the grid`);
    for (const person of [students.get(pair.student)!, mentors.get(pair.mentor)!])
      if (!isFree(person, start, end)) faults.push(`${id} at ${start}: ${person.id} is not free`);
    for (const person of [pair.student, pair.mentor]) {
      const calendar = calendars.get(person);
      if (calendar) calendar.push([start, end, id]);
      else calendars.set(person, [[start, end, id]]);
    }
  }
  for (const [person, meetings] of calendars) {
    meetings.sort((one, other) => one[0] - other[0]);
    for (let index = 1; index < meetings.length; index++)
      if (meetings[index]![0] < meetings[index - 1]![1])
        faults.push(`${person} is in ${meetings[index - 1]![2]} and ${meetings[index]![2]} at once`);
  }
  const counted = objectiveOf(instance, startOf, students, mentors);
  if (counted !== objective) faults.push(`the objective is ${counted}, not ${objective}`);
  return faults;
}

function isFree({ free }: InstancePerson, start: number, end: number): boolean {
  for (let index = 0; index < free.length; index += 2)
    if (free[index]! <= start && end <= free[index + 1]!) return true;
  return false;
}

function objectiveOf(
  instance: MonthInstance,
  startOf: ReadonlyMap<string, number>,
  students: ReadonlyMap<string, InstancePerson>,
  mentors: ReadonlyMap<string, InstancePerson>,
): number {
  const { weights } = instance;
  const mentorsDays = new Set<string>();
  let sum = 0;
  for (const pair of instance.pairs) {
    const start = startOf.get(pair.id);
    if (start === undefined) {
      sum += weights.unplaced;
      continue;
    }
    sum += costOf(instance, pair, start, students.get(pair.student)!, mentors.get(pair.mentor)!);
    const key = `${Math.floor(start / 1440)} ${pair.mentor}`;
    if (mentorsDays.has(key)) sum += weights.each_further_meeting_of_a_mentor_on_one_day;
    mentorsDays.add(key);
  }
  return sum;
}

function costOf(
  { weights, first_weekday_monday0 }: MonthInstance,
  pair: InstancePair,
  start: number,
  student: InstancePerson,
  mentor: InstancePerson,
): number {
  const day = Math.floor(start / 1440);
  const weekday = (first_weekday_monday0 + day) % 7;
  const clock = start % 1440;
  const fits = (person: InstancePerson): boolean =>
    person.preferred.length === 0 ||
    person.preferred.some(
      (window) => window.weekday === weekday && window.from <= clock && clock + pair.minutes <= window.to,
    );
  let sum = 0;
  if (typeof pair.ideal_day === "number") sum += weights.per_day_from_ideal * Math.abs(day - pair.ideal_day);
  if (!fits(student)) sum += weights.outside_student_preferred;
  if (!fits(mentor)) sum += weights.outside_mentor_preferred;
  if (pair.usual && pair.usual.weekday !== weekday) sum += weights.other_weekday_than_usual;
  else if (pair.usual && pair.usual.start !== clock) sum += weights.same_weekday_other_time;
  return sum;
}
