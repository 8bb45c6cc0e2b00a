/** The best plan of a few pairs, found without the planner. */
import { costOf } from "../../infra/local/planning/verify-month.ts";
import type { PlanPair, PlanRequest } from "../../shared/domain/plan-request.ts";

/** The best there is, by trying everything: the most that can be placed, and the least cost of placing so many. */
export function bestOf(request: PlanRequest): { placed: number; cost: number } {
  const { pairs, bufferMinutes } = request;
  const chosen = new Map<string, number>();
  let best = { placed: -1, cost: 0 };
  const clash = (a: PlanPair, b: PlanPair) => {
    const from = chosen.get(b.id);
    const at = chosen.get(a.id)!;
    const shared = [a.student, a.mentor].some((person) => person === b.student || person === b.mentor);
    return (
      shared &&
      from !== undefined &&
      at < from + b.minutes + bufferMinutes &&
      from < at + a.minutes + bufferMinutes
    );
  };
  const tryFrom = (index: number): void => {
    if (chosen.size + pairs.length - index < best.placed) return;
    const pair = pairs[index];
    if (!pair) {
      const cost = costOf(request, chosen);
      if (chosen.size > best.placed || (chosen.size === best.placed && cost < best.cost))
        best = { placed: chosen.size, cost };
      return;
    }
    for (const start of pair.starts.at) {
      chosen.set(pair.id, start);
      if (!pairs.slice(0, index).some((earlier) => clash(pair, earlier))) tryFrom(index + 1);
    }
    chosen.delete(pair.id);
    tryFrom(index + 1);
  };
  tryFrom(0);
  return best;
}
