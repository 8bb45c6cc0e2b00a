/** A stretch of free time as text: `17:00-19:00`, `22:00-01:00+1` past midnight, `12:00-13:00 if needed`. */
import type { Level, Window } from "./availability.ts";
import { accept, type Result, refuse } from "./result.ts";
import { quoted } from "./sentence-words.ts";
import { readTime, timeToWrite } from "./wall-clock-text.ts";

export const formatWindow = (window: Window): string =>
  `${window.start}-${window.end}${window.endDayOffset ? "+1" : ""}${window.level === "if needed" ? " if needed" : ""}`;

/**
 * Reads one stretch, already tidied. `whole` is the piece it stands in, for the sentence.
 * Refuses bad times, an end before the start without `+1`, an empty stretch and one longer than a day.
 */
export const parseWindow = (text: string, whole: string): Result<Window, string> => {
  const match = /^(.+?) ?(?:-|\bto\b) ?([^-]+?) ?(\+1|next day)?(?: ?\(?(if needed|free)\)?)?$/i.exec(text);
  if (!match) return refuse(`${quoted(whole)} cannot be read: write it like “Mon 17:00-19:00”.`);
  const [from, to] = [match[1]!.trim(), match[2]!.trim()];
  const [start, end] = [readTime(from), readTime(to)];
  for (const [word, time] of [
    [from, start],
    [to, end],
  ] as const)
    if (time === undefined)
      return refuse(`${quoted(whole)}: ${quoted(word)} is not a time: write it like ${timeToWrite(word)}.`);
  const level: Level = match[4]?.toLowerCase() === "if needed" ? "if needed" : "free";
  return check({ start: start!, end: end!, ...(match[3] ? { endDayOffset: 1 as const } : {}), level }, whole);
};

const check = (window: Window, whole: string): Result<Window, string> => {
  const { start, end, endDayOffset } = window;
  if (start === "24:00") return refuse(`${quoted(whole)} starts at 24:00: start at 00:00 of the next day.`);
  if (endDayOffset)
    return end > start
      ? refuse(`${quoted(whole)} is longer than a day: leave out “+1”, or write several pieces.`)
      : accept(window);
  if (end === start) return refuse(`${quoted(whole)} is empty: it ends when it starts.`);
  if (end < start)
    return refuse(`${quoted(whole)} ends before it starts: to run past midnight, write ${start}-${end}+1.`);
  return accept(window);
};
