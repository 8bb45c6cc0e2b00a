/** The whole month as one integer program in the LP format, for a general solver: what the planner is measured against. */
import type {
  InstancePair,
  InstancePerson,
  MonthInstance,
} from "../../infra/local/planning/month-instance.ts";

type Candidate = { name: string; start: number; end: number; cost: number };

/** Minimises the objective of the instances; a variable per pair and start, a row per person and moment at which something could start. */
export function lpTextOf(instance: MonthInstance): string {
  const { weights } = instance;
  const students = new Map(instance.students.map((person) => [person.id, person]));
  const mentors = new Map(instance.mentors.map((person) => [person.id, person]));
  const objective: string[] = [];
  const rows: string[] = [];
  const binaries: string[] = [];
  const calendars = new Map<string, Candidate[]>();
  const mentorsDays = new Map<string, string[]>();
  let number = 0;
  for (const [index, pair] of instance.pairs.entries()) {
    const candidates = candidatesOf(
      instance,
      pair,
      students.get(pair.student)!,
      mentors.get(pair.mentor)!,
      () => {
        return `x${number++}`;
      },
    );
    objective.push(`${weights.unplaced} u${index}`, ...candidates.map(({ name, cost }) => `${cost} ${name}`));
    rows.push([...candidates.map(({ name }) => name), `u${index}`].join(" + ").concat(" = 1"));
    binaries.push(...candidates.map(({ name }) => name));
    for (const person of [`s ${pair.student}`, `m ${pair.mentor}`])
      calendars.set(person, [...(calendars.get(person) ?? []), ...candidates]);
    for (const { name, start } of candidates) {
      const key = `${Math.floor(start / 1440)} ${pair.mentor}`;
      mentorsDays.set(key, [...(mentorsDays.get(key) ?? []), name]);
    }
  }
  for (const calendar of calendars.values()) rows.push(...onceAtATime(calendar));
  let day = 0;
  for (const names of mentorsDays.values()) {
    if (names.length < 2) continue;
    objective.push(`${weights.each_further_meeting_of_a_mentor_on_one_day} d${day}`);
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

function candidatesOf(
  instance: MonthInstance,
  pair: InstancePair,
  student: InstancePerson,
  mentor: InstancePerson,
  nextName: () => string,
): Candidate[] {
  const { grid_minutes: grid } = instance;
  const candidates: Candidate[] = [];
  for (let one = 0; one < student.free.length; one += 2) {
    for (let other = 0; other < mentor.free.length; other += 2) {
      const from = Math.max(student.free[one]!, mentor.free[other]!);
      const to = Math.min(student.free[one + 1]!, mentor.free[other + 1]!);
      for (let start = Math.ceil(from / grid) * grid; start + pair.minutes <= to; start += grid) {
        const cost = costOf(instance, pair, start, student, mentor);
        candidates.push({ name: nextName(), start, end: start + pair.minutes, cost });
      }
    }
  }
  return candidates;
}

function costOf(
  { weights, first_weekday_monday0 }: MonthInstance,
  { minutes, ideal_day, usual }: InstancePair,
  start: number,
  student: InstancePerson,
  mentor: InstancePerson,
): number {
  const day = Math.floor(start / 1440);
  const weekday = (day + first_weekday_monday0) % 7;
  const clock = start - day * 1440;
  const isOutside = ({ preferred }: InstancePerson): boolean =>
    preferred.length > 0 &&
    !preferred.some((one) => one.weekday === weekday && one.from <= clock && clock + minutes <= one.to);
  let cost = weights.per_day_from_ideal * Math.abs(day - (ideal_day ?? day));
  if (isOutside(student)) cost += weights.outside_student_preferred;
  if (isOutside(mentor)) cost += weights.outside_mentor_preferred;
  if (usual && usual.weekday !== weekday) cost += weights.other_weekday_than_usual;
  else if (usual && usual.start !== clock) cost += weights.same_weekday_other_time;
  return cost;
}
