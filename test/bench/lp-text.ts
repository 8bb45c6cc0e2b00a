/** The whole month as one integer program in the LP format, for a general solver: what the planner is measured against. */
import type { MonthInstance } from "../../infra/local/planning/month-instance.ts";

type Candidate = { name: string; start: number; end: number; cost: number };

/** Minimises the objective of the instances; a variable per pair and start, a row per person and moment at which something could start. */
export function lpTextOf(instance: MonthInstance): string {
  const { weights, pairs } = instance;
  const objective: string[] = [];
  const rows: string[] = [];
  const binaries: string[] = [];
  const calendars = new Map<string, Candidate[]>();
  const mentorsDays = new Map<string, string[]>();
  let number = 0;
  for (let index = 0; index < pairs.ids.length; index++) {
    const candidates = candidatesOf(instance, index, () => `x${number++}`);
    const [student, mentor] = [pairs.student[index]!, pairs.mentor[index]!];
    objective.push(`${weights.unplaced} u${index}`, ...candidates.map(({ name, cost }) => `${cost} ${name}`));
    rows.push([...candidates.map(({ name }) => name), `u${index}`].join(" + ").concat(" = 1"));
    binaries.push(...candidates.map(({ name }) => name));
    for (const person of [`s ${student}`, `m ${mentor}`])
      calendars.set(person, [...(calendars.get(person) ?? []), ...candidates]);
    for (const { name, start } of candidates) {
      const key = `${Math.floor(start / 1440)} ${mentor}`;
      mentorsDays.set(key, [...(mentorsDays.get(key) ?? []), name]);
    }
  }
  for (const calendar of calendars.values()) rows.push(...onceAtATime(calendar));
  let day = 0;
  for (const names of mentorsDays.values()) {
    if (names.length < 2) continue;
    objective.push(`${weights.furtherOnOneDay} d${day}`);
    rows.push(`${names.join(" + ")} - d${day++} <= 1`);
  }
  return [
    "Minimize",
    `obj: ${lines(objective)}`,
    "Subject To",
    ...rows.map((row, index) => `c${index}: ${row.replaceAll(/(.{200}\S*) /g, "$1\n ")}`),
    "Binary",
    lines(binaries, " "),
    "End",
  ].join("\n");
}

/** A line of the format must not be long. */
const lines = (terms: readonly string[], between = " + "): string =>
  terms.map((term, index) => (index % 20 === 19 ? `${term}\n` : term)).join(between);

function onceAtATime(calendar: readonly Candidate[]): string[] {
  const moments = [...new Set(calendar.map(({ start }) => start))];
  return moments.flatMap((moment) => {
    const covering = calendar.filter(({ start, end }) => start <= moment && moment < end);
    return covering.length > 1 ? [`${covering.map(({ name }) => name).join(" + ")} <= 1`] : [];
  });
}

function candidatesOf(instance: MonthInstance, pair: number, nextName: () => string): Candidate[] {
  const { gridMinutes: grid, pairs, students, mentors } = instance;
  const length = pairs.minutes[pair]!;
  const candidates: Candidate[] = [];
  for (const [oneFrom, oneTo] of freeTimeOf(students, pairs.student[pair]!)) {
    for (const [otherFrom, otherTo] of freeTimeOf(mentors, pairs.mentor[pair]!)) {
      const to = Math.min(oneTo, otherTo);
      for (
        let start = Math.ceil(Math.max(oneFrom, otherFrom) / grid) * grid;
        start + length <= to;
        start += grid
      )
        candidates.push({
          name: nextName(),
          start,
          end: start + length,
          cost: costOf(instance, pair, start),
        });
    }
  }
  return candidates;
}

type Times = MonthInstance["students"];

const freeTimeOf = ({ free, freeFrom, freeTo }: Times, person: number): [from: number, to: number][] =>
  Array.from({ length: (freeTo[person]! - freeFrom[person]!) / 2 }, (_, index) => {
    const at = freeFrom[person]! + 2 * index;
    return [free[at]!, free[at + 1]!];
  });

function costOf(
  { weights, firstWeekday, pairs, students, mentors }: MonthInstance,
  pair: number,
  start: number,
): number {
  const day = Math.floor(start / 1440);
  const inWeek = (start + firstWeekday * 1440) % (7 * 1440);
  const isOutside = ({ preferred, preferredFrom }: Times, person: number): boolean => {
    const windows = preferred.subarray(preferredFrom[person], preferredFrom[person + 1]);
    return (
      windows.length > 0 &&
      !windows.some(
        (from, index) =>
          index % 2 === 0 && from <= inWeek && inWeek + pairs.minutes[pair]! <= windows[index + 1]!,
      )
    );
  };
  const [idealDay, usual] = [pairs.idealDay[pair]!, pairs.usual[pair]!];
  let cost = idealDay < 0 ? 0 : weights.perDayFromIdeal * Math.abs(day - idealDay);
  if (isOutside(students, pairs.student[pair]!)) cost += weights.outsideStudentPreferred;
  if (isOutside(mentors, pairs.mentor[pair]!)) cost += weights.outsideMentorPreferred;
  if (usual >= 0 && Math.floor(usual / 1440) !== Math.floor(inWeek / 1440)) cost += weights.otherWeekday;
  else if (usual >= 0 && usual !== inWeek) cost += weights.otherTime;
  return cost;
}
