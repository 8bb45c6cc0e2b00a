/** What the functions logged in the local world, each line with its moment. */
import type { Instant } from "../../shared/domain/time.ts";
import type { LogLine } from "../../shared/runtime/runtime.ts";

export type LoggedLine = LogLine & { at: Instant };

/** At least this many of the newest lines are kept, at most twice as many. */
const linesKept = 10_000;

/** A log that forgets its oldest lines. */
export function openLog(now: () => Instant): { lines: LoggedLine[]; log: (line: LogLine) => void } {
  const lines: LoggedLine[] = [];
  const log = (line: LogLine): void => {
    if (lines.length >= 2 * linesKept) lines.splice(0, linesKept);
    lines.push({ at: now(), ...line });
  };
  return { lines, log };
}
