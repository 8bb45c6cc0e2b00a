/** Days, dates and times as people write them, read into the forms the product keeps. */
import { type Weekday, weekdays } from "./availability.ts";
import type { CivilTime } from "./time.ts";

/** One kind of space, one kind of dash, no space around the text. */
export const tidy = (text: string): string =>
  text
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/** The pieces between semicolons or line breaks, tidied; empty ones are left out. */
export const pieces = (text: string): string[] =>
  text
    .split(/[;\r\n]/)
    .map(tidy)
    .filter((piece) => piece !== "");

/** `Mon`, `monday`, `Thurs`: three letters or more of an English day name; otherwise undefined. */
export const readDay = (text: string): Weekday | undefined => {
  const lower = text.toLowerCase().replace(/\.$/, "");
  if (lower.length < 3) return undefined;
  const index = fullDays.findIndex((name) => name.startsWith(lower));
  return weekdays[index];
};
const fullDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `9:00` or `09:00` to `24:00`; otherwise undefined. */
export const readTime = (text: string): CivilTime | undefined => {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (!match) return undefined;
  const time = `${match[1]!.padStart(2, "0")}:${match[2]}`;
  return time <= "24:00" ? time : undefined;
};

/** What to write instead of a time we cannot read: `5pm` and `17.30` are understood well enough to say. */
export const timeToWrite = (text: string): CivilTime => {
  const match = /^(\d{1,2})(?:[:.h]?([0-5]\d))? ?(?:([ap])\.?m\.?)?$/i.exec(text);
  if (!match) return "17:00";
  const half = match[3]?.toLowerCase();
  const hours = Number(match[1]);
  if (hours > (half ? 12 : 24) || (half && hours === 0)) return "17:00";
  const of24 = half ? (hours % 12) + (half === "p" ? 12 : 0) : hours;
  return readTime(`${of24}:${match[2] ?? "00"}`) ?? "17:00";
};
