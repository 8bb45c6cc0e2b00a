/** Holds back what can wait until the reader's morning. */
import { addDays, civilAt, wallToInstant } from "./calendar.ts";
import type { CivilTime, Instant, TimeZone } from "./time.ts";

export type QuietHours = { from: CivilTime; to: CivilTime };

/** The same moment, or the end of the quiet hours in which it falls in that zone. Equal `from` and `to` mean no quiet hours. */
export function afterQuietHours(instant: Instant, { from, to }: QuietHours, zone: TimeZone): Instant {
  if (from === to) return instant;
  const today = civilAt(instant, zone).date;
  for (const evening of [addDays(today, -1), today]) {
    const morning = from < to ? evening : addDays(evening, 1);
    const end = wallToInstant(morning, to, zone);
    if (wallToInstant(evening, from, zone) <= instant && instant < end) return end;
  }
  return instant;
}
