/** Judges a plan by its instance alone, and shares nothing with the planner. */
import type { MonthInstance } from "./month-instance.ts";

export type GivenPlan = { plan: readonly (readonly [pair: string, start: number])[]; objective: number };

/** Every way in which a plan breaks a rule, in words; none for a legal one whose objective is told truly. */
export function faultsOfPlan(instance: MonthInstance, { plan, objective }: GivenPlan): string[] {
  const { weights, gridMinutes, studentIds, mentorIds } = instance;
  const { ids, student, mentor, minutes } = instance.pairs;
  const faults: string[] = [];
  const places = new Map<string, number>();
  for (const [place, id] of ids.entries()) places.set(id, place);
  const calendars = new Map<string, Meeting[]>();
  const placed = new Set<number>();
  let counted = ids.length * weights.unplaced;
  for (const [id, start] of plan) {
    const pair = places.get(id);
    if (pair === undefined || placed.has(pair)) {
      faults.push(`${id} is ${pair === undefined ? "not a pair" : "twice in the plan"}`);
      continue;
    }
    placed.add(pair);
    const [studentId, mentorId] = [studentIds[student[pair]!]!, mentorIds[mentor[pair]!]!];
    const meeting = { pair: id, mentorId, start, end: start + minutes[pair]! };
    if (start % gridMinutes !== 0) faults.push(`${id} at ${start} is not on the grid`);
    if (!isFree(instance.students, student[pair]!, meeting))
      faults.push(`${id} at ${start}: ${studentId} is not free`);
    if (!isFree(instance.mentors, mentor[pair]!, meeting))
      faults.push(`${id} at ${start}: ${mentorId} is not free`);
    counted += costOf(instance, pair, meeting) - weights.unplaced;
    if (calendars.get(mentorId)?.some((other) => isOnOneDayOfAMentor(meeting, other)))
      counted += weights.furtherOnOneDay;
    for (const person of [studentId, mentorId]) {
      const others = calendars.get(person);
      if (!others) calendars.set(person, [meeting]);
      else {
        for (const other of others)
          if (start < other.end && other.start < meeting.end)
            faults.push(`${person} is in ${other.pair} and ${id} at once`);
        others.push(meeting);
      }
    }
  }
  if (counted !== objective) faults.push(`the objective is ${counted}, not ${objective}`);
  return faults;
}

type Meeting = { pair: string; mentorId: string; start: number; end: number };
type Times = MonthInstance["students"];

function isFree({ free, freeFrom, freeTo }: Times, person: number, { start, end }: Meeting): boolean {
  for (let index = freeFrom[person]!; index < freeTo[person]!; index += 2)
    if (free[index]! <= start && end <= free[index + 1]!) return true;
  return false;
}

const dayOf = (start: number): number => Math.floor(start / 1440);

const isOnOneDayOfAMentor = (one: Meeting, other: Meeting): boolean =>
  one.mentorId === other.mentorId && dayOf(one.start) === dayOf(other.start);

function costOf(
  { weights, firstWeekday, pairs, students, mentors }: MonthInstance,
  pair: number,
  { start, end }: Meeting,
): number {
  const day = dayOf(start);
  const weekday = (firstWeekday + day) % 7;
  const clock = start - day * 1440;
  const fits = ({ preferred, preferredFrom }: Times, person: number): boolean => {
    const windows = preferred.subarray(preferredFrom[person], preferredFrom[person + 1]);
    for (let index = 0; index < windows.length; index += 2) {
      const from = windows[index]! - weekday * 1440;
      const to = windows[index + 1]! - weekday * 1440;
      if (from <= clock && clock + end - start <= to) return true;
    }
    return windows.length === 0;
  };
  const [idealDay, usual] = [pairs.idealDay[pair]!, pairs.usual[pair]!];
  let sum = 0;
  if (idealDay !== -1) sum += weights.perDayFromIdeal * Math.abs(day - idealDay);
  if (!fits(students, pairs.student[pair]!)) sum += weights.outsideStudentPreferred;
  if (!fits(mentors, pairs.mentor[pair]!)) sum += weights.outsideMentorPreferred;
  if (usual !== -1 && dayOf(usual) !== weekday) sum += weights.otherWeekday;
  else if (usual !== -1 && usual % 1440 !== clock) sum += weights.otherTime;
  return sum;
}
