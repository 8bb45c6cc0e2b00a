/** Makes up a school of a class from a seed, in the neutral form of the month-planning instances; the same seed makes the same school. */
import { seededRandom } from "../../infra/local/seeded-random.ts";
import { usualMonth } from "../domain/plan/month-file.ts";
import {
  type ClassName,
  noon,
  type Pairing,
  type SchoolClass,
  schoolClasses,
  type Windows,
} from "./school-classes.ts";

type Span = [from: number, to: number];
type Preferred = { weekday: number; from: number; to: number };
type Person = { id: string; free: Span[]; preferred: Preferred[] };
type Pair = {
  id: string;
  student: string;
  mentor: string;
  minutes: number;
  ideal_day: number;
  usual: { weekday: number; start: number } | null;
};

/** A month in the neutral form `mentor-month/1`, as it stands in a file. */
export type MadeUpSchool = {
  format: "mentor-month/1";
  days: number;
  first_weekday_monday0: number;
  grid_minutes: number;
  weights: Readonly<Record<string, number>>;
  students: readonly Person[];
  mentors: readonly Person[];
  pairs: readonly Pair[];
};

const days = 31;
const firstWeekday = 3;

export function makeUpSchool(className: ClassName, studentCount: number, seed: number): MadeUpSchool {
  const kind: SchoolClass = schoolClasses[className];
  const draw = drawFrom(className, seed);
  const students = Array.from({ length: studentCount }, (_, index) => ({
    id: `s${index + 1}`,
    ...makeUpTime(kind, kind.student, draw.oneOf(kind.student.aWeek), draw),
  }));
  const mentors: Person[] = [];
  /** The mentor of each place that is left. */
  const places: Person[] = [];
  for (let index = 1; index <= Math.ceil(studentCount / kind.studentsPerMentor); index++) {
    const capacity = draw.oneOf(kind.capacities);
    const further = capacity > 2 && draw.below(100) < kind.mentor.furtherWindowPercent ? 1 : 0;
    const aWeek = draw.oneOf(kind.mentor.aWeek) + further;
    const mentor = { id: `m${index}`, ...makeUpTime(kind, kind.mentor, aWeek, draw) };
    mentors.push(mentor);
    for (let place = 0; place < capacity; place++) places.push(mentor);
  }
  const pairs = pairUp(kind, students, places, draw);
  return {
    format: "mentor-month/1",
    days,
    first_weekday_monday0: firstWeekday,
    grid_minutes: 15,
    weights: usualMonth.weights,
    students,
    mentors,
    pairs,
  };
}

type Draw = { below(limit: number): number; oneOf<Entry>(entries: readonly Entry[]): Entry };

function drawFrom(className: ClassName, seed: number): Draw {
  const { below } = seededRandom(`${className} ${seed}`);
  return { below, oneOf: (entries) => entries[below(entries.length)]! };
}

/** Weekly windows laid over the month; in a protected afternoon each week's is another one. */
function makeUpTime(
  kind: SchoolClass,
  windows: Windows,
  aWeek: number,
  draw: Draw,
): Pick<Person, "free" | "preferred"> {
  const { protectedAfternoon: afternoon } = kind;
  const weekly = afternoon ? [] : makeUpWeek(windows, aWeek, draw);
  const spans: Span[] = [];
  for (let week = 0; week <= 5; week++) {
    if (draw.below(100) < windows.awayPercent) continue;
    for (const { weekday, from, to } of afternoon ? [windowIn(afternoon, windows, draw)] : weekly) {
      const day = week * 7 + weekday - firstWeekday;
      if (day >= 0 && day < days) spans.push([day * 1440 + from, day * 1440 + to]);
    }
  }
  const preferred = (afternoon ? [afternoon] : weekly).filter(
    () => draw.below(100) < windows.preferredPercent,
  );
  return { free: joined(spans), preferred };
}

function windowIn({ weekday, from, to }: Preferred, { lengths }: Windows, draw: Draw): Preferred {
  const length = draw.oneOf(lengths);
  const start = from + 15 * draw.below((to - from - length) / 15 + 1);
  return { weekday, from: start, to: start + length };
}

/** Windows that do not overlap; one that would is drawn again on another day or at another time. */
function makeUpWeek(windows: Windows, aWeek: number, draw: Draw): Preferred[] {
  const { starts, lengths, noonMinutes, oneADay } = windows;
  const weekly: Preferred[] = [];
  while (weekly.length < aWeek) {
    const weekday = draw.below(5);
    const from = draw.oneOf(draw.oneOf(starts!));
    const length = draw.oneOf(lengths);
    const to = from + (from === noon && noonMinutes ? noonMinutes : length);
    const sameDay = weekly.filter((other) => other.weekday === weekday);
    if (sameDay.some((other) => oneADay || (other.from < to && from < other.to))) continue;
    weekly.push({ weekday, from, to });
  }
  return weekly;
}

function joined(spans: Span[]): Span[] {
  const list: Span[] = [];
  for (const span of spans.sort((one, other) => one[0] - other[0])) {
    const last = list.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else list.push(span);
  }
  return list;
}

/** Everybody finds a first mentor, then those who wish for more a second, and so on, as long as there are places. */
function pairUp(kind: SchoolClass, students: readonly Person[], places: Person[], draw: Draw): Pair[] {
  const pairs: Pair[] = [];
  const wishing = students.map((student) => ({
    student,
    wishes: draw.oneOf(kind.mentorsPerStudent),
    taken: new Set<Person>(),
  }));
  for (let turn = 1; turn <= Math.max(...kind.mentorsPerStudent); turn++) {
    for (const { student, wishes, taken } of wishing) {
      if (wishes < turn) continue;
      const minutes = draw.oneOf(kind.minutes);
      const found = findPlace(student, taken, places, minutes, kind.pairing, draw);
      if (!found) continue;
      const mentor = places[found.place]!;
      places[found.place] = places.at(-1)!;
      places.pop();
      taken.add(mentor);
      const usual = draw.below(100) < 85 ? makeUpUsual(kind, found.starts, minutes, draw) : null;
      pairs.push({
        id: `p${pairs.length + 1}`,
        student: student.id,
        mentor: mentor.id,
        minutes,
        ideal_day: makeUpIdealDay(usual, draw),
        usual,
      });
    }
  }
  return pairs;
}

/** The place whose mentor has the most starts in common with the student, among those looked at. */
function findPlace(
  student: Person,
  taken: ReadonlySet<Person>,
  places: readonly Person[],
  minutes: number,
  { looks, enough }: Pairing,
  draw: Draw,
): { place: number; starts: number[] } | undefined {
  let best: { place: number; starts: number[] } | undefined;
  let good = 0;
  for (let look = draw.oneOf(looks); look > 0 && good < enough && places.length > 0; look--) {
    const place = draw.below(places.length);
    if (taken.has(places[place]!)) continue;
    const starts = commonStarts(student.free, places[place]!.free, minutes);
    if (starts.length > 0) good++;
    if (!best || starts.length > best.starts.length) best = { place, starts };
  }
  return best;
}

/** Every quarter of an hour at which a meeting fits into free time of both. */
function commonStarts(one: readonly Span[], other: readonly Span[], minutes: number): number[] {
  const starts: number[] = [];
  for (let here = 0, there = 0; here < one.length && there < other.length; ) {
    const [from, to] = one[here]!;
    const [otherFrom, otherTo] = other[there]!;
    const last = Math.min(to, otherTo) - minutes;
    for (let start = Math.max(from, otherFrom); start <= last; start += 15) starts.push(start);
    if (to < otherTo) here++;
    else there++;
  }
  return starts;
}

/** When the pair met last month: mostly at a time that both still have, sometimes at any other. */
function makeUpUsual(
  { protectedAfternoon: afternoon }: SchoolClass,
  starts: readonly number[],
  minutes: number,
  draw: Draw,
): Pair["usual"] {
  if (draw.below(100) < 85) {
    if (afternoon) {
      const { weekday, from, to } = afternoon;
      return { weekday, start: from + 15 * draw.below((to - minutes - from) / 15 + 1) };
    }
    if (starts.length > 0) {
      const start = draw.oneOf(starts);
      return { weekday: (Math.floor(start / 1440) + firstWeekday) % 7, start: start % 1440 };
    }
  }
  return { weekday: draw.below(5), start: 720 + 15 * draw.below(21) };
}

/** Four weeks or a month after the last meeting, so on its weekday or up to two days later. */
function makeUpIdealDay(usual: Pair["usual"], draw: Draw): number {
  if (!usual) return 3 + draw.below(days - 6);
  const first = (usual.weekday - firstWeekday + 7) % 7;
  const day =
    first + 7 * draw.below(Math.ceil((days - first) / 7)) + draw.oneOf([0, 0, 0, 0, 0, 1, 1, 2, 2, 2]);
  return Math.min(day, days - 1);
}
