/** What opens again and again by the catalogue: every few minutes, and at the school's opening hour. */
import { catalogue, type FunctionName } from "../../functions/catalogue.ts";
import { addDays, civilAt, wallToInstant } from "../../shared/domain/calendar.ts";
import type { School } from "../../shared/domain/school.ts";
import { type Instant, minute } from "../../shared/domain/time.ts";

/** When each function last opened, by name. */
export type RecurringNote = Partial<Record<FunctionName, Instant>>;

export type RecurringOptions = {
  school: School;
  startAt: Instant;
  /** The earliest thing due in the table; a round that would find nothing is passed over. */
  earliestDue: () => Instant | undefined;
  /** Minutes between sweeps, where they differ from the catalogue's. */
  everyMinutes?: number | undefined;
  before?: RecurringNote | undefined;
};

export type Recurring = {
  nextAt: () => Instant | undefined;
  /** The function that opens next; it counts as opened. */
  take: () => FunctionName | undefined;
  note: () => RecurringNote;
};

/** The recurring openers of the catalogue, from the start or from where they stood. */
export function openRecurring(options: RecurringOptions): Recurring {
  const last: RecurringNote = { ...options.before };

  const next = (): { name: FunctionName; at: Instant } | undefined => {
    let earliest: { name: FunctionName; at: Instant } | undefined;
    for (const { name, opensBy } of catalogue) {
      const after = last[name] ?? options.startAt - 1;
      let at: Instant | undefined;
      if (opensBy.by === "opening-hour") at = nextOpening(options.school, after);
      if (opensBy.by === "every")
        at = nextRound(options.everyMinutes ?? opensBy.minutes, after, options.earliestDue());
      if (at !== undefined && (earliest === undefined || at < earliest.at)) earliest = { name, at };
    }
    return earliest;
  };

  return {
    nextAt: () => next()?.at,
    take() {
      const taken = next();
      if (taken) last[taken.name] = taken.at;
      return taken?.name;
    },
    note: () => ({ ...last }),
  };
}

/** The first whole multiple of so many minutes that is after `after` and not before something is due. */
function nextRound(minutes: number, after: Instant, due: Instant | undefined): Instant | undefined {
  if (due === undefined) return undefined;
  const step = minutes * minute;
  return Math.ceil(Math.max(after + 1, due) / step) * step;
}

/** The first moment after `after` at which the school's clock shows its opening hour. */
function nextOpening({ round, timeZone }: School, after: Instant): Instant {
  const { date } = civilAt(after, timeZone);
  const today = wallToInstant(date, round.opensAt, timeZone);
  return today > after ? today : wallToInstant(addDays(date, 1), round.opensAt, timeZone);
}
