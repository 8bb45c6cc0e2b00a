/** What a plan costs, in points: how dear it is to leave a pair out, and to disregard its wishes and habits. */
import type * as z from "zod/mini";
import type { planWeightsSchema } from "./plan-weights-schema.ts";

export type PlanWeights = z.infer<typeof planWeightsSchema>;

export const usualPlanWeights: PlanWeights = {
  unplaced: 1000,
  unplacedAgain: 500,
  perDayFromIdeal: 2,
  ifNeeded: 6,
  ifNeededAgain: 20,
  otherWeekday: 8,
  otherTime: 3,
  furtherOnOneDay: 5,
};
