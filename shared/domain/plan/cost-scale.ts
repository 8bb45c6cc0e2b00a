/** How the planner counts: whole points, and fractions of a point that decide between equally good plans. Halves of halves: sums are exact. */

/** A clash with another mentor's meeting: it decides only where the points are equal. */
export const clashesCost = 1 / 256;

/** Sums from here on have no room for such a fraction: whether there is a clash is not to be read off them. */
export const tooLargeForClashes = 2 ** 45;

/** What it is worth to take a minute that has a toll and that nobody has: a toll must be paid once to be right. */
export const tollPaidIsWorth = 1 / 1024;

/** The points in a sum; the fractions may be a little more or less than nothing. */
export const pointsOf = (sum: number): number => Math.floor(sum + 1 / 2);
