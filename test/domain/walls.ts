/** Writes moments as a wall clock shows them, by Temporal, so that the tables of the tests can be read and share nothing with our calendar. */
import { Temporal } from "temporal-polyfill";

const inZone = (minutes: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(minutes * 60_000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

/** Minutes since 1970 as `2026-12-07T09:00` on a zone's wall. */
export const wallsOf = (minutes: readonly number[], zone: string): string[] =>
  minutes.map((at) => inZone(at, zone));

/** Stretches as `2026-12-07T09:00/2026-12-07T12:00`. */
export const stretchesOf = (intervals: readonly (readonly [number, number])[], zone: string): string[] =>
  intervals.map(([from, to]) => `${inZone(from, zone)}/${inZone(to, zone)}`);

/** The moment at which a wall shows `2026-12-07T09:00`; the first of two. */
export const instantOf = (wall: string, zone: string): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
