/** Reads a matching instance in the neutral form `mentor-match/1`, or says in a sentence what is wrong with it. */
import { drawLots } from "../../../shared/domain/matching/lottery.ts";
import { emptyLists, type WishLists } from "../../../shared/domain/matching/wish-lists.ts";
import { accept, type Result, refuse } from "../../../shared/domain/result.ts";
import {
  asGroup,
  asId,
  asList,
  asWholeNumber,
  Broken,
  checkFormat,
  checkUtf8,
  type Group,
} from "./checked-json.ts";
import type { ToMatch } from "./match-file.ts";

const format = "mentor-match/1";

/** A pair may be made when each is on the other's list; the order of the lists is what people would rather have. */
export function readInstance(bytes: Uint8Array): Result<ToMatch, string> {
  try {
    const file = parse(bytes);
    checkFormat(file, format);
    return accept(toMatch(entriesOf(file, "students"), entriesOf(file, "mentors")));
  } catch (error) {
    if (error instanceof Broken) return refuse(error.message);
    throw error;
  }
}

type Entry = { id: string; entry: Group };

/** By id, so that the order of the file does not matter. */
const entriesOf = (file: Group, name: "students" | "mentors"): Entry[] =>
  asList(file[name], name)
    .map((value, at) => {
      const entry = asGroup(value, `${name}, entry ${at + 1}`);
      return { id: asId(entry.id, `${name}, entry ${at + 1}`), entry };
    })
    .sort(({ id: one }, { id: other }) => (one < other ? -1 : 1));

function parse(bytes: Uint8Array): Group {
  checkUtf8(bytes);
  let file: unknown;
  try {
    file = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Broken("this is not JSON; it may have been cut short.");
  }
  return asGroup(file, "the file");
}

function toMatch(students: readonly Entry[], mentors: readonly Entry[]): ToMatch {
  const placeOfStudent = placesOf(students, "student");
  const placeOfMentor = placesOf(mentors, "mentor");
  return {
    lists: {
      ...listsOf(students, placeOfMentor, rankedBy(mentors, placeOfStudent)),
      wanted: Int32Array.from(students, ({ id, entry }) =>
        asWholeNumber(entry.wants, `student ${id}: wants`, 0, mentorsMost),
      ),
      has: new Int32Array(students.length),
      places: Int32Array.from(mentors, ({ id, entry }) =>
        asWholeNumber(entry.capacity, `mentor ${id}: capacity`, 0, placesMost),
      ),
      lots: drawLots(format, idsOf(students)),
    },
    students: idsOf(students),
    mentors: idsOf(mentors),
  };
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);

const mentorsMost = 10;
const placesMost = 100_000;
const scoreMost = 100;

/** Of each student: the mentors on whose list he or she stands, and the place there, in turns. */
function rankedBy(mentors: readonly Entry[], placeOfStudent: ReadonlyMap<string, number>): number[][] {
  const ranks = Array.from(placeOfStudent, (): number[] => []);
  for (const [mentor, { id, entry }] of mentors.entries()) {
    const where = `mentor ${id}`;
    for (const [rank, name] of asList(entry.ranked, `${where}: ranked`).entries()) {
      const mine = ranks[placeIn(placeOfStudent, name, where, "student")]!;
      if (mine.at(-2) === mentor) throw new Broken(`${where}: ranked names ${String(name)} twice.`);
      mine.push(mentor, rank);
    }
  }
  return ranks;
}

function listsOf(
  students: readonly Entry[],
  placeOfMentor: ReadonlyMap<string, number>,
  ranks: readonly (readonly number[])[],
): Pick<WishLists, "first" | "student" | "mentor" | "score" | "rank"> {
  const room = ranks.reduce((sum, mine) => sum + mine.length / 2, 0);
  const lists = emptyLists(students.length, room);
  const rankAt = new Int32Array(placeOfMentor.size);
  const listedBy = new Int32Array(placeOfMentor.size).fill(-1);
  const seenBy = new Int32Array(placeOfMentor.size).fill(-1);
  let at = 0;
  for (const [student, { id, entry }] of students.entries()) {
    const mine = ranks[student]!;
    for (let turn = 0; turn < mine.length; turn += 2) {
      rankAt[mine[turn]!] = mine[turn + 1]!;
      listedBy[mine[turn]!] = student;
    }
    const where = `student ${id}`;
    let before = scoreMost;
    for (const [place, wish] of asList(entry.ranked, `${where}: ranked`).entries()) {
      const said = asList(wish, `${where}: each entry of ranked`);
      if (said.length > 2)
        throw new Broken(
          `${where}: ranked, entry ${place + 1} (${JSON.stringify(wish)}) must be a mentor and a score.`,
        );
      const [name, points] = said;
      const mentor = placeIn(placeOfMentor, name, where, "mentor");
      const score = asWholeNumber(points, `${where}: the score of ${String(name)}`, 0, scoreMost);
      if (score > before) throw new Broken(`${where}: ranked is not best first at ${String(name)}.`);
      if (seenBy[mentor] === student) throw new Broken(`${where}: ranked names ${String(name)} twice.`);
      before = score;
      seenBy[mentor] = student;
      if (listedBy[mentor] !== student) continue;
      lists.student[at] = student;
      lists.mentor[at] = mentor;
      lists.score[at] = score;
      lists.rank[at++] = rankAt[mentor]!;
    }
    lists.first[student + 1] = at;
  }
  return at === room ? lists : shortened(lists, at);
}

/** Whoever stands on a list without naming that mentor left room. */
const shortened = (
  { first, student, mentor, score, rank }: ReturnType<typeof emptyLists>,
  length: number,
): ReturnType<typeof emptyLists> => ({
  first,
  student: student.slice(0, length),
  mentor: mentor.slice(0, length),
  score: score.slice(0, length),
  rank: rank.slice(0, length),
});

function placeIn(places: ReadonlyMap<string, number>, id: unknown, where: string, whom: string): number {
  const place = places.get(id as string);
  if (place === undefined)
    throw new Broken(`${where}: ranked names the ${whom} ${JSON.stringify(id)}, who is not in the file.`);
  return place;
}

function placesOf(entries: readonly Entry[], whom: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { id }] of entries.entries()) {
    if (places.has(id)) throw new Broken(`the ${whom} ${id} is twice in the file.`);
    places.set(id, place);
  }
  return places;
}
