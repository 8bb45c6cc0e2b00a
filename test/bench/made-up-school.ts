/** Makes up a school of a class from a seed, in the neutral form of the month-planning instances; the same seed makes the same school. */
import { seededRandom } from "../../infra/local/seeded-random.ts";
import { type ClassName, type SchoolClass, schoolClasses, type Windows } from "./school-classes.ts";

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
/** How many mentors a student looks at to find one with common time. */
const looks = 6;

export function makeUpSchool(className: ClassName, studentCount: number, seed: number): MadeUpSchool {
  const kind: SchoolClass = schoolClasses[className];
  const draw = drawFrom(className, seed);
  const people = (letter: string, count: number, windows: Windows): Person[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${letter}${index + 1}`,
      ...makeUpTime(kind, windows, draw),
    }));
  const students = people("s", studentCount, kind.student);
  const mentors = people("m", Math.ceil(studentCount / kind.studentsPerMentor), kind.mentor);
  const places = mentors.map(() => draw.oneOf(kind.capacities));
  const pairs: Pair[] = [];
  for (const student of students) {
    const taken = new Set<number>();
    for (let wish = draw.oneOf(kind.mentorsPerStudent); wish > 0; wish--) {
      const minutes = draw.oneOf(kind.minutes);
      const mentor = findMentor(student, mentors, places, taken, minutes, draw);
      if (mentor < 0) break;
      taken.add(mentor);
      places[mentor]!--;
      const weekday = kind.protectedAfternoon?.weekday ?? draw.below(5);
      const usual = draw.below(100) < 85 ? { weekday, start: 720 + 15 * draw.below(28) } : null;
      pairs.push({
        id: `p${pairs.length + 1}`,
        student: student.id,
        mentor: mentors[mentor]!.id,
        minutes,
        ideal_day: draw.below(days),
        usual,
      });
    }
  }
  return {
    format: "mentor-month/1",
    days,
    first_weekday_monday0: firstWeekday,
    grid_minutes: 15,
    weights: {
      unplaced: 1000,
      per_day_from_ideal: 2,
      outside_student_preferred: 6,
      outside_mentor_preferred: 6,
      other_weekday_than_usual: 8,
      same_weekday_other_time: 3,
      each_further_meeting_of_a_mentor_on_one_day: 5,
    },
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

/** Weekly windows laid over the month; in a protected afternoon each week's begins a little earlier or later. */
function makeUpTime(kind: SchoolClass, windows: Windows, draw: Draw): Pick<Person, "free" | "preferred"> {
  const weekly = Array.from({ length: draw.oneOf(windows.aWeek) }, () => makeUpWindow(kind, windows, draw));
  const { protectedAfternoon: afternoon } = kind;
  const spans: Span[] = [];
  for (let week = 0; week <= 5; week++) {
    if (draw.below(100) < windows.awayPercent) continue;
    for (const { weekday, from, to } of weekly) {
      const day = week * 7 + weekday - firstWeekday;
      if (day < 0 || day >= days) continue;
      const start = afternoon
        ? afternoon.from + 15 * draw.below((afternoon.to - afternoon.from - (to - from)) / 15 + 1)
        : from;
      spans.push([day * 1440 + start, day * 1440 + start + to - from]);
    }
  }
  const preferred = afternoon
    ? [afternoon].filter(() => draw.below(100) < windows.preferredPercent)
    : weekly.filter(() => draw.below(100) < windows.preferredPercent);
  return { free: joined(spans), preferred };
}

function makeUpWindow(
  { protectedAfternoon: afternoon }: SchoolClass,
  { lengths }: Windows,
  draw: Draw,
): Preferred {
  const length = draw.oneOf(lengths);
  if (afternoon) return { weekday: afternoon.weekday, from: afternoon.from, to: afternoon.from + length };
  const from = draw.oneOf([720, 720, 960, 990, 1020, 1050, 510 + 15 * draw.below(36)]);
  return { weekday: draw.below(5), from, to: from + length };
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

/** A mentor with a place left, if possible one with common time. */
function findMentor(
  student: Person,
  mentors: readonly Person[],
  places: readonly number[],
  taken: ReadonlySet<number>,
  minutes: number,
  draw: Draw,
): number {
  let found = -1;
  for (let look = 0; look < looks * 4; look++) {
    const mentor = draw.below(mentors.length);
    if (places[mentor]! <= 0 || taken.has(mentor)) continue;
    found = mentor;
    if (meet(student.free, mentors[mentor]!.free, minutes) || look >= looks * 3) break;
  }
  return found;
}

function meet(one: readonly Span[], other: readonly Span[], minutes: number): boolean {
  return one.some(([from, to]) =>
    other.some(([otherFrom, otherTo]) => Math.min(to, otherTo) - Math.max(from, otherFrom) >= minutes),
  );
}
