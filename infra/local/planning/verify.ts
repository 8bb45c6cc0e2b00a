/** Judges a plan by its instance alone, and shares nothing with the planner. */
import type { InstancePair, InstancePerson, MonthInstance } from "./month-instance.ts";

export type GivenPlan = { plan: readonly (readonly [pair: string, start: number])[]; objective: number };

/** Every way in which a plan breaks a rule, in words; none for a legal one whose objective is told truly. */
export function faultsOfPlan(instance: MonthInstance, { plan, objective }: GivenPlan): string[] {
  const { weights } = instance;
  const faults: string[] = [];
  const pairs = byId(instance.pairs);
  const students = byId(instance.students);
  const mentors = byId(instance.mentors);
  const calendars = new Map<string, Meeting[]>();
  const placed = new Set<string>();
  let counted = pairs.size * weights.unplaced;
  for (const [id, start] of plan) {
    const pair = pairs.get(id);
    if (!pair || placed.has(id)) {
      faults.push(`${id} is ${pair ? "twice in the plan" : "not a pair"}`);
      continue;
    }
    placed.add(id);
    const meeting = { pair, start, end: start + pair.minutes };
    const student = students.get(pair.student)!;
    const mentor = mentors.get(pair.mentor)!;
    if (start % instance.grid_minutes !== 0) faults.push(`${id} at ${start} is not on the grid`);
    counted += costOf(instance, pair, start, student, mentor) - weights.unplaced;
    if (calendars.get(mentor.id)?.some((other) => isOnOneDayOfAMentor(meeting, other)))
      counted += weights.each_further_meeting_of_a_mentor_on_one_day;
    for (const person of [student, mentor]) {
      if (!isFree(person, meeting)) faults.push(`${id} at ${start}: ${person.id} is not free`);
      const others = calendars.get(person.id);
      if (!others) calendars.set(person.id, [meeting]);
      else {
        for (const other of others)
          if (start < other.end && other.start < meeting.end)
            faults.push(`${person.id} is in ${other.pair.id} and ${id} at once`);
        others.push(meeting);
      }
    }
  }
  if (counted !== objective) faults.push(`the objective is ${counted}, not ${objective}`);
  return faults;
}

type Meeting = { pair: InstancePair; start: number; end: number };

function byId<Entry extends { id: string }>(list: readonly Entry[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of list) entries.set(entry.id, entry);
  return entries;
}

function isFree({ free }: InstancePerson, { start, end }: Meeting): boolean {
  for (let index = 0; index < free.length; index += 2)
    if (free[index]! <= start && end <= free[index + 1]!) return true;
  return false;
}

const dayOf = (start: number): number => Math.floor(start / 1440);

const isOnOneDayOfAMentor = (one: Meeting, other: Meeting): boolean =>
  one.pair.mentor === other.pair.mentor && dayOf(one.start) === dayOf(other.start);

function costOf(
  { weights, first_weekday_monday0 }: MonthInstance,
  pair: InstancePair,
  start: number,
  student: InstancePerson,
  mentor: InstancePerson,
): number {
  const day = dayOf(start);
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
