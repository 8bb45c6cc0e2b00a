/** How the planner counts: points in the upper digits, and below them what decides between equally good plans. */

/** A point, in the planner's smallest unit. */
export const scale = 1024;

/** A clash with another mentor's meeting, in the same unit: it decides only where the points are equal. */
export const clashesCost = 4;

/** What it is worth, in the same unit, to take a minute that has a toll and that nobody has: a toll must be paid once to be right. */
export const tollPaidIsWorth = 1;

/** The points in a sum; what lies below them may be a little more or less than nothing. */
export const pointsOf = (sum: number): number => Math.floor((sum + scale / 2) / scale);
