/** Reads a month-planning instance, or says in one sentence what is wrong with it and where. */
import type { MonthPairs, PeoplesTimes } from "../../../shared/domain/plan-free-time.ts";
import {
  asGroup,
  asList,
  asWholeNumber,
  Broken,
  checkFormat,
  checkUtf8,
  type Group,
} from "../matching-files/checked-json.ts";
import { type CutText, cutFreeTime } from "./cut-free-time.ts";
import { instanceFormat, type MonthInstance, weightNames } from "./month-instance.ts";

const dayMinutes = 1440;
const daysMost = 366;
const weightMost = 1_000_000;

/** Takes the file's bytes. Throws Broken when they are not an instance; the sentence completes "FILE: …". */
export function readInstance(bytes: Uint8Array): MonthInstance {
  checkUtf8(bytes);
  const cuts = cutFreeTime(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const file = parse(cuts.text);
  checkFormat(file, instanceFormat);
  const days = asWholeNumber(file.days, "days", 1, daysMost);
  const weights = readWeights(file.weights);
  const free = { cuts, used: cuts.begin.at(-1)!, month: days * dayMinutes };
  const students = readPeople(file.students, "students", "student", free);
  const mentors = readPeople(file.mentors, "mentors", "mentor", free);
  const pairs = readPairs(file.pairs, students.places, mentors.places, days);
  const mentorIds = [...mentors.places.keys()];
  return {
    studentIds: [...students.places.keys()],
    mentorIds,
    students: students.times,
    mentors: mentors.times,
    mentorAsStudent: Int32Array.from(mentorIds, (id) => students.places.get(id) ?? -1),
    pairs,
    weights,
    gridMinutes: asWholeNumber(file.grid_minutes, "grid_minutes", 1, dayMinutes),
    firstWeekday: asWholeNumber(file.first_weekday_monday0, "first_weekday_monday0", 0, 6),
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

function readWeights(value: unknown): MonthInstance["weights"] {
  const weights = asGroup(value, "weights");
  return Object.fromEntries(
    Object.entries(weightNames).map(([inFile, name]) => [
      name,
      asWholeNumber(weights[inFile], `weights: ${inFile}`, 0, weightMost),
    ]),
  ) as MonthInstance["weights"];
}

/** Free time as it is read: the lists that were cut out, and behind them the others, up to `used`. */
type FreeTime = {
  cuts: CutText;
  used: number;
  /** The minutes of the month. */
  month: number;
};

type People = { places: Map<string, number>; times: PeoplesTimes };

function readPeople(value: unknown, list: string, whom: string, free: FreeTime): People {
  const entries = asList(value, list);
  const places = new Map<string, number>();
  const preferred: number[] = [];
  const freeFrom = new Int32Array(entries.length);
  const freeTo = new Int32Array(entries.length);
  const preferredFrom = new Int32Array(entries.length + 1);
  for (let place = 0; place < entries.length; place++) {
    const person = groupWithId(entries[place], list, place);
    const { id } = person;
    if (places.has(id)) throw new Broken(`the ${whom} ${id} is twice in the file.`);
    places.set(id, place);
    const [from, to] = readFreeTime(person, whom, free);
    freeFrom[place] = from;
    freeTo[place] = to;
    for (const window of windowsOf(person, whom)) {
      const midnight = window.weekday * dayMinutes;
      preferred.push(midnight + window.from, midnight + window.to);
    }
    preferredFrom[place + 1] = preferred.length;
  }
  const times = {
    free: free.cuts.numbers,
    freeFrom,
    freeTo,
    preferred: Int32Array.from(preferred),
    preferredFrom,
  };
  return { places, times };
}

/** Where a person's free time begins and ends among the numbers. */
function readFreeTime(
  person: Group & { id: string },
  whom: string,
  free: FreeTime,
): [from: number, to: number] {
  const { name, numbers, begin } = free.cuts;
  const { id, free: value } = person;
  if (typeof value === "string" && value.startsWith(name)) {
    const cut = Number(value.slice(name.length));
    const [from, to] = [begin[cut]!, begin[cut + 1]!];
    checkFree(numbers, from, to, whom, id, free.month);
    return [from, to];
  }
  const list = flat(value, whom, id);
  checkFree(list, 0, list.length, whom, id, free.month);
  const from = free.used;
  numbers.set(list, from);
  free.used += list.length;
  return [from, free.used];
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
function checkFree(
  free: ArrayLike<number>,
  first: number,
  last: number,
  whom: string,
  id: string,
  end: number,
): void {
  let before = 0;
  for (let index = first; index < last; index += 2) {
    const from = free[index]!;
    const to = free[index + 1]!;
    if (from >= before && from < to && to <= end) {
      before = to;
      continue;
    }
    const where = `${whom} ${id}: free, interval ${(index - first) / 2 + 1} ([${from},${to}])`;
    if (from < 0) throw new Broken(`${where} begins before the month.`);
    if (from >= to) throw new Broken(`${where} ends before it starts, or at once.`);
    if (to > end) throw new Broken(`${where} ends after the month, which has ${end} minutes.`);
    throw new Broken(`${where} begins before the one before it ends; intervals must be in order.`);
  }
}

type Window = { weekday: number; from: number; to: number };

function windowsOf(person: Group & { id: string }, whom: string): readonly Window[] {
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

const isWindow = (value: unknown): value is Window =>
  isGroup(value) &&
  isWhole(value.weekday, 0, 6) &&
  isWhole(value.from, 0, dayMinutes) &&
  isWhole(value.to, 0, dayMinutes) &&
  (value.from as number) < (value.to as number);

const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to;

function readPairs(
  value: unknown,
  students: ReadonlyMap<string, number>,
  mentors: ReadonlyMap<string, number>,
  days: number,
): MonthPairs {
  const entries = asList(value, "pairs");
  const column = (): Int32Array => new Int32Array(entries.length);
  const [student, mentor, minutes] = [column(), column(), column()];
  const [idealDay, usual] = [column().fill(-1), column().fill(-1)];
  const ids = new Set<string>();
  for (let place = 0; place < entries.length; place++) {
    const pair = groupWithId(entries[place], "pairs", place);
    if (ids.has(pair.id)) throw new Broken(`the pair ${pair.id} is twice in the file.`);
    ids.add(pair.id);
    student[place] = placeOf(pair, students, "student");
    mentor[place] = placeOf(pair, mentors, "mentor");
    if (pair.student === pair.mentor) throw new Broken(`pair ${pair.id}: nobody is his or her own mentor.`);
    minutes[place] = numberOf(pair, pair, "minutes", 1, dayMinutes);
    if (isGiven(pair.ideal_day)) idealDay[place] = numberOf(pair, pair, "ideal_day", 0, days);
    if (!isGiven(pair.usual)) continue;
    const last = isGroup(pair.usual) ? pair.usual : asGroup(pair.usual, `pair ${pair.id}: usual`);
    usual[place] =
      numberOf(pair, last, "weekday", 0, 6) * dayMinutes + numberOf(pair, last, "start", 0, dayMinutes - 1);
  }
  return { ids: [...ids], student, mentor, minutes, idealDay, usual };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

function placeOf(
  pair: Group & { id: string },
  places: ReadonlyMap<string, number>,
  whom: "student" | "mentor",
): number {
  const id = pair[whom];
  if (typeof id !== "string") throw new Broken(`pair ${pair.id}: ${whom} must be an id.`);
  const place = places.get(id);
  if (place === undefined)
    throw new Broken(`pair ${pair.id} names the ${whom} ${id}, who is not in the file.`);
  return place;
}

/** The sentence is made only when it is needed: a school has tens of thousands of pairs. */
function numberOf(pair: { id: string }, group: Group, name: string, from: number, to: number): number {
  const value = group[name];
  return isWhole(value, from, to)
    ? (value as number)
    : asWholeNumber(value, `pair ${pair.id}: ${group === pair ? "" : "usual: "}${name}`, from, to);
}
