/** Availability as rosters, forms and the table write it: `Mon 17:00-19:00; Thu 12:00-13:00 if needed`, absences and exceptions likewise. */
import {
  type Absence,
  type Availability,
  absenceKinds,
  mostOfEach,
  type Override,
  type Weekday,
  type WeeklyWindow,
  weekdays,
} from "./availability.ts";
import { isCivilDate } from "./calendar.ts";
import { accept, type Result, refuse } from "./result.ts";
import { inWords, quoted } from "./sentence-words.ts";
import { pieces, readDay, readTime, tidy } from "./wall-clock-text.ts";
import { formatWindow, parseWindow } from "./window-text.ts";

/** Sentences for the person who wrote the text, one for each piece that is wrong. */
type Read<Value> = Result<Value[], string[]>;
type ReadOne<Value> = Result<Value, string>;

const longestPiece = 400;

/** Weekly windows: `Mon 17:00-19:00`, `Mon-Fri 12:00-13:00 if needed`, `Sat 22:00-01:00+1` into Sunday; pieces may overlap. */
export const parseWindows = (text: string): Read<WeeklyWindow> =>
  bounded(readPieces(pieces(text), readWeekly), mostOfEach.windows, "weekly times");

export const formatWindows = (windows: readonly WeeklyWindow[]): string =>
  windows.map((window) => `${window.day} ${formatWindow(window)}`).join("; ");

/** Absences: `2026-12-14..2026-12-18 exam` (both days included) or `2026-12-07T19:00..2026-12-12T07:00 on-call`; no kind means away. */
export const parseAbsences = (text: string): Read<Absence> =>
  bounded(readPieces(pieces(text), readAbsence), mostOfEach.absences, "absences");

export const formatAbsences = (absences: readonly Absence[]): string =>
  absences.map(({ from, to, kind }) => `${from}..${to} ${kind}`).join("; ");

/** Exceptions for single dates: `2026-12-03: 10:00-12:00, 14:00-15:00; 2026-12-10: off`. */
export const parseOverrides = (text: string): Read<Override> => {
  const all = readPieces(pieces(text), readOverride);
  if (!all.ok) return all;
  const dates = all.value.map(({ date }) => date);
  const twice = [...new Set(dates.filter((date, index) => dates.indexOf(date) !== index))];
  if (twice.length > 0)
    return refuse(twice.map((date) => `${date} is there twice: write all its times in one piece.`));
  return bounded(all, mostOfEach.overrides, "dates");
};

export const formatOverrides = (overrides: readonly Override[]): string =>
  overrides
    .map(({ date, windows }) => `${date}: ${windows.map(formatWindow).join(", ") || "off"}`)
    .join("; ");

/** One string for the table. Throws where it could not be read again: such an availability was never checked. */
export const packAvailability = (availability: Availability): string => {
  const packed = [
    formatWindows(availability.weekly),
    formatOverrides(availability.overrides),
    formatAbsences(availability.absences),
  ].join("|");
  unpackAvailability(packed);
  return packed;
};

/** What `packAvailability` made. Throws on anything else: a record that is not ours is a fault. */
export const unpackAvailability = (packed: string): Availability => {
  const parts = packed.split("|");
  if (parts.length !== 3)
    throw new Error("A stored availability does not have its three parts; reading it again will not help.");
  return {
    weekly: stored(parseWindows(parts[0]!)),
    overrides: stored(parseOverrides(parts[1]!)),
    absences: stored(parseAbsences(parts[2]!)),
  };
};

const stored = <Value>(read: Read<Value>): Value[] => {
  if (!read.ok) throw new Error(`A stored availability cannot be read: ${read.refusal.join(" ")}`);
  return read.value;
};

function readWeekly(piece: string): ReadOne<WeeklyWindow[]> {
  const match = /^([^\d]*?) ?(\d.*)$/.exec(piece);
  if (!match) return refuse(`${quoted(piece)} has no time: write it like “Mon 17:00-19:00”.`);
  const days = readDays(match[1]!, piece);
  if (!days.ok) return days;
  const window = parseWindow(match[2]!, piece);
  return window.ok ? accept(days.value.map((day) => ({ day, ...window.value }))) : window;
}

function readDays(text: string, piece: string): Result<Weekday[], string> {
  const words = text.replace(/:$/, "").split(/ ?(?:[,/&]|\band\b) ?/);
  if (tidy(text) === "") return refuse(`${quoted(piece)} names no day: write it like “Mon 17:00-19:00”.`);
  const days: Weekday[] = [];
  for (const word of words) {
    const [first, last, more] = word.split(/ ?(?:-|\bto\b) ?/i).map((name) => readDay(name.trim()));
    if (!first || more || (last === undefined && /-|\bto\b/i.test(word)))
      return refuse(
        `${quoted(piece)}: ${quoted(word.trim())} is not a day: write ${inWords(weekdays, "or")}.`,
      );
    const from = weekdays.indexOf(first);
    const count = last ? ((weekdays.indexOf(last) - from + 7) % 7) + 1 : 1;
    for (let next = 0; next < count; next++) days.push(weekdays[(from + next) % 7]!);
  }
  return accept(days);
}

function readAbsence(piece: string): ReadOne<Absence> {
  const text = piece.replace(/(\d{4}-\d\d-\d\d) (?=\d{1,2}:)/g, "$1T");
  const match = /^([\dT:-]+)(?: ?(?:\.{2,3}|…| - | to ) ?([\dT:-]+))?(?: (.+))?$/i.exec(text);
  if (!match) return refuse(`${quoted(piece)} cannot be read: write it like “2026-12-14..2026-12-18 exam”.`);
  const [, first, last = first, word = "away"] = match;
  const [from, to] = [readMoment(first!), readMoment(last!)];
  if (!from || !to)
    return refuse(
      `${quoted(piece)}: ${quoted(from ? last! : first!)} is not a date: write it like 2026-12-14 or 2026-12-14T19:00.`,
    );
  if (from.includes("T") !== to.includes("T"))
    return refuse(`${quoted(piece)}: give both ends a time, or neither.`);
  if (from > to) return refuse(`${quoted(piece)} ends before it starts.`);
  if (from === to && from.includes("T")) return refuse(`${quoted(piece)} is empty: it ends when it starts.`);
  const kind = absenceKinds.find(
    (known) => known.replace("-", "") === word.toLowerCase().replace(/[ -]/g, ""),
  );
  return kind
    ? accept({ from, to, kind })
    : refuse(
        `${quoted(piece)}: ${quoted(word)} is not a kind of absence: write ${inWords(absenceKinds, "or")}.`,
      );
}

function readMoment(text: string): string | undefined {
  const [date, time, more] = text.toUpperCase().split("T");
  if (!isCivilDate(date!) || more !== undefined) return undefined;
  if (time === undefined) return date;
  const clock = readTime(time);
  return clock === undefined || clock === "24:00" ? undefined : `${date}T${clock}`;
}

function readOverride(piece: string): ReadOne<Override> {
  const match = /^(\S+?) ?: ?(.+)$/.exec(piece);
  if (!match)
    return refuse(
      `${quoted(piece)} cannot be read: write it like “2026-12-03: 10:00-12:00” or “2026-12-03: off”.`,
    );
  const date = match[1]!;
  if (!isCivilDate(date))
    return refuse(`${quoted(piece)}: ${quoted(date)} is not a date: write it like 2026-12-03.`);
  if (match[2]!.toLowerCase() === "off") return accept({ date, windows: [] });
  const windows = readPieces(match[2]!.split(",").map(tidy), (part) => parseWindow(part, piece));
  if (!windows.ok) return refuse(windows.refusal.join(" "));
  if (windows.value.length > mostOfEach.windowsOfADate)
    return refuse(`${date} has more than ${mostOfEach.windowsOfADate} times.`);
  return accept({ date, windows: windows.value });
}

function readPieces<Value>(
  texts: readonly string[],
  readOne: (piece: string) => ReadOne<Value | Value[]>,
): Read<Value> {
  const read = texts.map((piece) =>
    piece.length > longestPiece ? refuse(`${quoted(piece)} is too long to be read.`) : readOne(piece),
  );
  const wrong = read.flatMap((one) => (one.ok ? [] : [one.refusal]));
  return wrong.length > 0 ? refuse(wrong) : accept(read.flatMap((one) => (one.ok ? one.value : [])));
}

const bounded = <Value>(read: Read<Value>, limit: number, what: string): Read<Value> =>
  read.ok && read.value.length > limit
    ? refuse([`There are ${read.value.length} ${what}; at most ${limit} can be kept.`])
    : read;
