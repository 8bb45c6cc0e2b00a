/** Which time zones are taken from people: those of a place, by their IANA names. */
import { accept, type Result, refuse } from "./result.ts";
import type { TimeZone } from "./time.ts";
import { nameToday } from "./zone-names.ts";

/**
 * The zones that people mean by the letters of a clock. Intl takes some of these letters too, and takes them otherwise:
 * EST for Panama, which has no summer time, and BST for Bangladesh.
 */
const lettersByZone: readonly (readonly [TimeZone, readonly string[]])[] = [
  ["America/New_York", ["EST", "EDT", "ET"]],
  ["America/Chicago", ["CST", "CDT", "CT"]],
  ["America/Denver", ["MST", "MDT", "MT"]],
  ["America/Los_Angeles", ["PST", "PDT", "PT"]],
  ["America/Anchorage", ["AKST", "AKDT"]],
  ["Pacific/Honolulu", ["HST"]],
  ["Europe/London", ["GMT", "BST"]],
  ["Europe/Paris", ["CET", "CEST", "MET"]],
  ["Europe/Athens", ["EET", "EEST"]],
  ["Europe/Lisbon", ["WET", "WEST"]],
];

/**
 * A time zone as somebody wrote it in a roster, a form or a school's file. Refuses what Intl does not know, wrong capitals, and
 * a zone without a place such as `EST` or `Etc/GMT+5`: most of them have no summer time where the people have it. `UTC` is taken.
 * An old name becomes today's, so that one zone is not two. The refusal goes on after the zone or an "it".
 */
export function readTimeZone(text: string): Result<TimeZone, string> {
  if (isOfPlace(text) && isTimeZone(text)) return accept(nameToday(text));
  const spelling = spellingOfTimeZone(text);
  const place = placeMeant(text);
  if (place || !isOfPlace(spelling ?? text))
    return refuse(
      `does not name a region and a city; use ${place ?? "an IANA time zone such as America/New_York"}`,
    );
  return refuse(
    spelling
      ? `is not an IANA time zone; it is written ${spelling}`
      : "is not an IANA time zone such as America/New_York",
  );
}

const isOfPlace = (zone: TimeZone): boolean =>
  zone === "UTC" || (zone.includes("/") && !/^(Etc|SystemV)\//i.test(zone));

/** The zone with a place that is meant by one without; `Japan` and `EST5EDT` are known to Intl, and three letters are a guess there. */
function placeMeant(text: string): TimeZone | undefined {
  const [byLetters] = lettersByZone.find(([, letters]) => letters.includes(text.toUpperCase())) ?? [];
  if (byLetters || isOfPlace(text) || /^[A-Z]{3}$/i.test(text)) return byLetters;
  const told = nameToldByIntl(text);
  return told && isOfPlace(told) ? told : undefined;
}

/**
 * True for an IANA zone name as it is written, also one that Intl does not list (Europe/Kyiv); refuses fixed offsets such as
 * `+05:00`, and `america/new_york`: Intl would take that, but two spellings of one zone are two zones wherever they are compared.
 */
export function isTimeZone(text: string): boolean {
  const told = nameToldByIntl(text);
  const spelling = told && spellingIn(told, text);
  return told !== undefined && (spelling ? spelling === text : isWrittenAsName(text));
}

/** How a zone is written whose name has only the wrong capitals. */
function spellingOfTimeZone(text: string): TimeZone | undefined {
  const told = nameToldByIntl(text);
  const spelling = told && spellingIn(told, text);
  return spelling && nameToday(spelling);
}

/** Which of the names of a zone that Intl told a text is, whatever its capitals. */
const spellingIn = (told: TimeZone, text: string): TimeZone | undefined =>
  [told, nameToday(told)].find((name) => name.toLowerCase() === text.toLowerCase());

function nameToldByIntl(text: string): TimeZone | undefined {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Of an older or newer name for a zone Intl tells only the other name: its parts begin with capitals and do not consist of them. */
const isWrittenAsName = (text: string): boolean =>
  text.split("/").every((part) => /^[A-Z]/.test(part) && (!text.includes("/") || !/^[A-Z]{4}/.test(part)));
