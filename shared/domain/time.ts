/** Units of time that the whole product shares. */

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A day on the wall calendar, `2026-12-04`. */
export type CivilDate = string;
/** A time on the wall clock, `17:30`; `24:00` may end a window. */
export type CivilTime = string;
/** A month on the wall calendar, `2026-12`. */
export type Month = string;
/** An IANA zone name, `America/New_York`. */
export type TimeZone = string;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
