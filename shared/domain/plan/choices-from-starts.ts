/** Lists the starts that pairs bring along, with what each costs by itself, into the planner's arrays. */
import type { PlanPair } from "../plan-request.ts";
import type { PlanWeights } from "../plan-weights.ts";
import type { Choices } from "./board.ts";
import { roomForChoices, startChoices } from "./choices.ts";

const minutesPerDay = 1440;

/** Every start of every pair, each pair's in order of time. */
export function choicesFromStarts(pairs: readonly PlanPair[], weights: PlanWeights): Choices {
  const choices = startChoices(pairs.length);
  for (const [pair, { starts, idealDay, last, lastIfNeeded }] of pairs.entries()) {
    const { at, wall, ifNeeded } = starts;
    const givenUp = weights.ifNeeded + (lastIfNeeded ? weights.ifNeededAgain : 0);
    roomForChoices(choices, at.length);
    const order = Array.from(at, (_, index) => index).sort((one, other) => at[one]! - at[other]!);
    for (const index of order) {
      const day = Math.floor(wall[index]! / minutesPerDay);
      let cost = ifNeeded[index] ? givenUp : 0;
      if (idealDay !== undefined) cost += weights.perDayFromIdeal * Math.abs(day - idealDay);
      if (last && last.weekday !== weekdayOf(day)) cost += weights.otherWeekday;
      else if (last && last.minuteOfDay !== wall[index]! - day * minutesPerDay) cost += weights.otherTime;
      choices.at[choices.size] = at[index]!;
      choices.day[choices.size] = day;
      choices.cost[choices.size++] = cost;
    }
    choices.first[pair + 1] = choices.size;
  }
  return choices;
}

/** 1970-01-01, day 0, was a Thursday; Monday is 0. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
