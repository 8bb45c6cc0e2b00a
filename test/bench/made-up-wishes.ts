/** Makes up a matching instance of a class like the scarce ones from a seed; the same seed makes the same instance. */
import { seededRandom } from "../../infra/local/seeded-random.ts";

export type MatchInstance = {
  format: "mentor-match/1";
  students: { id: string; wants: number; ranked: [mentor: string, score: number][] }[];
  mentors: { id: string; capacity: number; ranked: string[] }[];
};

const capacities = [1, 2, 2, 3, 3, 3, 4, 4, 5];
/** The points that common reasons give; many are equal, as in a real school. */
const scores = [35, 40, 40, 50, 53, 55, 63, 65, 68, 72, 75, 78, 80, 80, 90];
const longest = 12;

/** About 2.8 students share a mentor, three in ten wish for two, nearly everybody names twelve. */
export function makeUpWishes(studentCount: number, seed: string): MatchInstance {
  const { below } = seededRandom(seed);
  const oneOf = <Entry>(entries: readonly Entry[]): Entry => entries[below(entries.length)]!;
  const mentors = Array.from({ length: Math.ceil(studentCount / 2.8) }, (_, index) => ({
    id: `m${index + 1}`,
    capacity: oneOf(capacities),
    askedBy: [] as { student: string; merit: number }[],
  }));
  const students = Array.from({ length: studentCount }, (_, index) => {
    const id = `s${index + 1}`;
    const length = below(100) < 94 ? longest : 1 + below(longest);
    const named = new Map<number, number>();
    // Some mentors are named by many: the lower of two draws.
    while (named.size < Math.min(length, mentors.length))
      named.set(Math.min(below(mentors.length), below(mentors.length)), oneOf(scores));
    const ranked = [...named].sort(([, one], [, other]) => other - one);
    for (const [mentor, score] of ranked)
      mentors[mentor]!.askedBy.push({ student: id, merit: score + below(40) });
    return {
      id,
      wants: below(100) < 27 ? 2 : 1,
      ranked: ranked.map(([mentor, score]): [string, number] => [mentors[mentor]!.id, score]),
    };
  });
  return {
    format: "mentor-match/1",
    students,
    mentors: mentors.map(({ id, capacity, askedBy }) => ({
      id,
      capacity,
      ranked: askedBy.sort((one, other) => other.merit - one.merit).map(({ student }) => student),
    })),
  };
}
