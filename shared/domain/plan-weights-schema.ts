/** What a school may set of what a plan weighs, and within which bounds. */
import * as z from "zod/mini";

const dearest = 1_000_000;
const rule = `must be a whole number from 0 to ${dearest.toLocaleString("en-US")}`;
const points = z
  .int(rule)
  .check(z.gte(0, { error: rule, abort: true }), z.lte(dearest, { error: rule, abort: true }));

/**
 * Whatever the points, nobody goes without a time for the sake of others' wishes: first as many pairs are placed as possible.
 * Of the plans that do so, the one that costs least is taken.
 */
export const planWeightsSchema = z.strictObject(
  {
    /** For each pair without a time… */
    unplaced: points,
    /** …and so much more if it had none last month either, so that the same pair does not go without twice. */
    unplacedAgain: points,
    /** For each day between the meeting and the evenly spaced one. */
    perDayFromIdeal: points,
    /** For a time that one of the two would rather keep… */
    ifNeeded: points,
    /** …and so much more when the pair's last meeting was at such a time: pairs take turns at the hours that nobody likes. */
    ifNeededAgain: points,
    /** Another weekday than last time… */
    otherWeekday: points,
    /** …or else the same weekday at another time. */
    otherTime: points,
    /** For each meeting of a mentor after the first of a day. */
    furtherOnOneDay: points,
  },
  "must be a group of settings",
);
