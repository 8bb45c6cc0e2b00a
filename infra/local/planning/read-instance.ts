/** Reads a month-planning instance, or says in one sentence what is wrong with it and where. */
import {
  asGroup,
  asList,
  asWholeNumber,
  Broken,
  checkFormat,
  checkUtf8,
  type Group,
} from "../matching-files/checked-json.ts";
import { cutFreeTime } from "./cut-free-time.ts";
import {
  type InstancePair,
  type InstancePerson,
  type InstanceWeights,
  instanceFormat,
  type MonthInstance,
  weightNames,
} from "./month-instance.ts";

const dayMinutes = 1440;
const daysMost = 366;
const weightMost = 1_000_000;

/** Takes the file's bytes. Throws Broken when they are not an instance; the sentence completes "FILE: …". */
export function readInstance(bytes: Uint8Array): MonthInstance {
  checkUtf8(bytes);
  const { text, lists: cuts } = cutFreeTime(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const file = parse(text);
  checkFormat(file, instanceFormat);
  const days = asWholeNumber(file.days, "days", 1, daysMost);
  const weights = asGroup(file.weights, "weights");
  for (const name of weightNames) asWholeNumber(weights[name], `weights: ${name}`, 0, weightMost);
  const students = readPeople(file.students, "students", "student", days, cuts);
  const mentors = readPeople(file.mentors, "mentors", "mentor", days, cuts);
  checkPairs(file.pairs, students, mentors, days);
  return {
    days,
    first_weekday_monday0: asWholeNumber(file.first_weekday_monday0, "first_weekday_monday0", 0, 6),
    grid_minutes: asWholeNumber(file.grid_minutes, "grid_minutes", 1, dayMinutes),
    weights: weights as InstanceWeights,
    students: [...students.values()],
    mentors: [...mentors.values()],
    pairs: file.pairs as InstancePair[],
  };
}

function parse(text: string): Group {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Broken(
      `this is not JSON, or it was cut short: ${(error as Error).message.replace(/\.?$/, ".")}`,
    );
  }
  return asGroup(file, "the file");
}

/** The people by id, each of whom has free time in order. */
function readPeople(
  value: unknown,
  list: string,
  whom: string,
  days: number,
  cuts: ReadonlyMap<string, Int32Array>,
): Map<string, InstancePerson> {
  const people = new Map<string, InstancePerson>();
  for (const entry of asList(value, list)) {
    const person = groupWithId(entry, list, people.size);
    const { id } = person;
    if (people.has(id)) throw new Broken(`the ${whom} ${id} is twice in the file.`);
    const free = cuts.get(person.free as string) ?? flat(person.free, whom, id);
    checkFree(free, whom, id, days * dayMinutes);
    const inMinutes = free instanceof Int32Array ? free : Int32Array.from(free);
    people.set(id, { id, free: inMinutes, preferred: preferredOf(person, whom) });
  }
  return people;
}

function groupWithId(entry: unknown, list: string, before: number): Group & { id: string } {
  const group = isGroup(entry) ? entry : asGroup(entry, `${list}, entry ${before + 1}`);
  if (typeof group.id !== "string" || group.id === "")
    throw new Broken(`${list}, entry ${before + 1}: id must be a text.`);
  return group as Group & { id: string };
}

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function flat(free: unknown, whom: string, id: string): number[] {
  return asList(free, `${whom} ${id}: free`).flatMap((span, index): number[] => {
    if (Array.isArray(span) && span.length === 2 && span.every((time) => Number.isInteger(time))) return span;
    throw new Broken(
      `${whom} ${id}: free, interval ${index + 1} (${JSON.stringify(span)}) must be two whole numbers, from and to.`,
    );
  });
}

/** Numbers as they are written: a list of 32 bits would make a large one small. */
function checkFree(free: ArrayLike<number>, whom: string, id: string, end: number): void {
  let before = 0;
  for (let index = 0; index < free.length; index += 2) {
    const from = free[index]!;
    const to = free[index + 1]!;
    if (from >= before && from < to && to <= end) {
      before = to;
      continue;
    }
    const where = `${whom} ${id}: free, interval ${index / 2 + 1} ([${from},${to}])`;
    if (from < 0) throw new Broken(`${where} begins before the month.`);
    if (from >= to) throw new Broken(`${where} ends before it starts, or at once.`);
    if (to > end) throw new Broken(`${where} ends after the month, which has ${end} minutes.`);
    throw new Broken(`${where} begins before the one before it ends; intervals must be in order.`);
  }
}

function preferredOf(person: Group & { id: string }, whom: string): InstancePerson["preferred"] {
  const windows = person.preferred ?? [];
  if (Array.isArray(windows) && windows.every(isWindow)) return windows;
  const who = `${whom} ${person.id}`;
  for (const [index, entry] of asList(windows, `${who}: preferred`).entries()) {
    const where = `${who}: preferred, window ${index + 1}`;
    const window = asGroup(entry, where);
    asWholeNumber(window.weekday, `${where}: weekday`, 0, 6);
    const from = asWholeNumber(window.from, `${where}: from`, 0, dayMinutes);
    const to = asWholeNumber(window.to, `${where}: to`, 0, dayMinutes);
    if (to <= from) throw new Broken(`${where} ends before it starts, or at once.`);
  }
  throw new Error(`${who}: preferred windows are faulty, and none is found to be`);
}

const isWindow = (value: unknown): boolean =>
  isGroup(value) &&
  isWhole(value.weekday, 0, 6) &&
  isWhole(value.from, 0, dayMinutes) &&
  isWhole(value.to, 0, dayMinutes) &&
  (value.from as number) < (value.to as number);

const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to;

function checkPairs(
  value: unknown,
  students: ReadonlyMap<string, unknown>,
  mentors: ReadonlyMap<string, unknown>,
  days: number,
): void {
  const ids = new Set<string>();
  for (const entry of asList(value, "pairs")) {
    const pair = groupWithId(entry, "pairs", ids.size);
    if (ids.has(pair.id)) throw new Broken(`the pair ${pair.id} is twice in the file.`);
    ids.add(pair.id);
    checkName(pair, students, "student");
    checkName(pair, mentors, "mentor");
    if (pair.student === pair.mentor) throw new Broken(`pair ${pair.id}: nobody is his or her own mentor.`);
    checkNumber(pair, pair, "minutes", 1, dayMinutes);
    if (pair.ideal_day !== undefined && pair.ideal_day !== null)
      checkNumber(pair, pair, "ideal_day", 0, days);
    if (pair.usual === undefined || pair.usual === null) continue;
    const usual = isGroup(pair.usual) ? pair.usual : asGroup(pair.usual, `pair ${pair.id}: usual`);
    checkNumber(pair, usual, "weekday", 0, 6);
    checkNumber(pair, usual, "start", 0, dayMinutes - 1);
  }
}

function checkName(
  pair: Group & { id: string },
  known: ReadonlyMap<string, unknown>,
  whom: "student" | "mentor",
): void {
  const id = pair[whom];
  if (typeof id !== "string") throw new Broken(`pair ${pair.id}: ${whom} must be an id.`);
  if (!known.has(id)) throw new Broken(`pair ${pair.id} names the ${whom} ${id}, who is not in the file.`);
}

/** The sentence is made only when it is needed: a school has tens of thousands of pairs. */
function checkNumber(pair: { id: string }, group: Group, name: string, from: number, to: number): void {
  if (isWhole(group[name], from, to)) return;
  asWholeNumber(group[name], `pair ${pair.id}: ${group === pair ? "" : "usual: "}${name}`, from, to);
}
