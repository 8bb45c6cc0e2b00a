/** Reads a matching instance in the neutral form `mentor-match/1`, or says in a sentence what is wrong with it. */
import { drawLots } from "../../../shared/domain/matching/lottery.ts";
import { emptyLists, type WishLists } from "../../../shared/domain/matching/wish-lists.ts";
import { accept, type Result, refuse } from "../../../shared/domain/result.ts";
import { asGroup, asId, asList, asWholeNumber, Broken, type Group } from "./checked-json.ts";
import type { ToMatch } from "./match-file.ts";

const format = "mentor-match/1";

/** A pair may be made when each is on the other's list; the order of the lists is what people would rather have. */
export function readInstance(bytes: Uint8Array): Result<ToMatch, string> {
  try {
    const file = parse(bytes);
    if (file.format !== format) {
      const found = typeof file.format === "string" ? `“${file.format}”` : "none";
      throw new Broken(`its format must be “${format}”, and it says ${found}.`);
    }
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
  let file: unknown;
  try {
    file = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Broken("this is not JSON; it may have been cut short.");
  }
  return asGroup(file, "the file");
}

function toMatch(students: readonly Entry[], mentors: readonly Entry[]): ToMatch {
  const placeOfStudent = placesOf(idsOf(students), "student");
  const placeOfMentor = placesOf(idsOf(mentors), "mentor");
  const ranks = mentors.map(({ id, entry }) => {
    const ranked = asList(entry.ranked, `mentor ${id}: ranked`);
    const ids = ranked.map((one) => known(one, placeOfStudent, `mentor ${id}`, "student"));
    return placesOf(ids, "student", `on the list of mentor ${id}`);
  });
  return {
    lists: {
      ...listsOf(students, placeOfMentor, ranks),
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

function listsOf(
  students: readonly Entry[],
  placeOfMentor: ReadonlyMap<string, number>,
  ranks: readonly ReadonlyMap<string, number>[],
): Pick<WishLists, "first" | "student" | "mentor" | "score" | "rank"> {
  const choices: { student: number; mentor: number; score: number; rank: number }[] = [];
  const first = [0];
  for (const [student, { id: own, entry }] of students.entries()) {
    const where = `student ${own}`;
    const seen = new Set<number>();
    let before = scoreMost;
    for (const named of asList(entry.ranked, `${where}: ranked`)) {
      const [name, points] = asList(named, `${where}: each entry of ranked`);
      const id = known(name, placeOfMentor, where, "mentor");
      const mentor = placeOfMentor.get(id)!;
      const score = asWholeNumber(points, `${where}: the score of ${id}`, 0, scoreMost);
      if (score > before) throw new Broken(`${where}: ranked is not best first at ${id}.`);
      if (seen.size === seen.add(mentor).size) throw new Broken(`${where}: ranked names ${id} twice.`);
      before = score;
      const rank = ranks[mentor]!.get(own);
      if (rank !== undefined) choices.push({ student, mentor, score, rank });
    }
    first.push(choices.length);
  }
  const lists = { ...emptyLists(students.length, choices.length), first: Int32Array.from(first) };
  for (const [at, { student, mentor, score, rank }] of choices.entries()) {
    lists.student[at] = student;
    lists.mentor[at] = mentor;
    lists.score[at] = score;
    lists.rank[at] = rank;
  }
  return lists;
}

function known(id: unknown, places: ReadonlyMap<string, number>, where: string, whom: string): string {
  if (typeof id !== "string" || !places.has(id))
    throw new Broken(`${where}: ranked names the ${whom} ${JSON.stringify(id)}, who is not in the file.`);
  return id;
}

function placesOf(ids: readonly string[], whom: string, where = "in the file"): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, id] of ids.entries()) {
    if (places.has(id)) throw new Broken(`the ${whom} ${id} is twice ${where}.`);
    places.set(id, place);
  }
  return places;
}
