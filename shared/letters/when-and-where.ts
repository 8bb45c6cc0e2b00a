/** When, where and with whom: the lines that every letter about a meeting shares. */
import {
  clockTime,
  describeDayAt,
  describeForBoth,
  describeMoment,
  describeSpan,
} from "../domain/moments.ts";
import type { Instant } from "../domain/time.ts";
import { facts } from "./blocks.ts";
import type { Block, LetterContext } from "./letter.ts";
import { theMeeting, theStart, twoPeople } from "./two-people.ts";

/** The reader's local time first, the other's below it where their clocks differ. */
export function whenAndWhere(context: LetterContext): Block {
  const { other } = twoPeople(context);
  const { minutes } = theMeeting(context);
  const startAt = theStart(context);
  const mine = describeSpan(startAt, minutes, context.reader.timeZone);
  return facts(
    ["When", mine],
    ...(spanFor(context, startAt) === mine
      ? []
      : ([[`For ${other.name}`, describeSpan(startAt, minutes, other.timeZone)]] as const)),
    ...whereRows(context),
    ["With", other.name],
  );
}

/** The whole span from a start on one line, for the reader and, where their clocks differ, the other. */
export function spanFor(context: LetterContext, startAt: Instant): string {
  const { name, timeZone } = twoPeople(context).other;
  const other = { name: rightToLeft.test(name) ? `\u2068${name}\u2069` : name, timeZone };
  return describeForBoth(startAt, theMeeting(context).minutes, context.reader.timeZone, other);
}

/** Hebrew, Arabic and their like: set apart, or such a name reorders the times beside it (UAX #9, 2.4). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The start in the reader's zone, with the zone's name. */
export const startFor = (context: LetterContext): string =>
  describeMoment(theStart(context), context.reader.timeZone);

/** The start in the reader's zone, short enough for a subject: `Thursday, December 10, 5:00 PM`. */
export function shortStartFor(context: LetterContext): string {
  const { timeZone } = context.reader;
  const day = describeDayAt(theStart(context), timeZone).replace(/, \d{4}$/, "");
  return `${day}, ${clockTime(theStart(context), timeZone)}`;
}

/** The place or, while it is open, who says it; the mentor is shown where. */
export function whereRows(context: LetterContext): (readonly [label: string, value: string])[] {
  const place = theMeeting(context).place.trim();
  if (place !== "") return [["Where", place]];
  const { role, mentor } = twoPeople(context);
  if (role === "student") return [["Where", `Not settled yet; ${mentor.name} will say where`]];
  return [
    ["Where", "Not settled yet; please set it on your profile page"],
    ["Your profile", `${context.siteUrl}/mentor/profile`],
  ];
}
