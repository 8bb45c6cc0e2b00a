/** What `npm run plan` prints: the plan, and how good it provably is. */
import type { Plan } from "../../../shared/domain/plan.ts";

export type PlanFigures = {
  plan: [pair: string, startMinute: number][];
  placed: number;
  objective: number;
  bound: number;
  unplaced: Plan["unplaced"];
  /** Processor time of the planning, from people's free time to the proven plan. */
  cpuMs: number;
  /** The most memory that the whole process had. */
  peakMiB: number;
};

/** Processor time of this process since its start, in milliseconds. */
export function cpuMsSoFar(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function figuresOf(plan: Plan, cpuMs: number): PlanFigures {
  return {
    plan: plan.placed.map(({ pair, start }) => [pair, start]),
    placed: plan.placed.length,
    objective: plan.cost,
    bound: plan.bound,
    unplaced: plan.unplaced,
    cpuMs: Math.round(cpuMs),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** One line a pair, then the figures. */
export function inWords({ most }: Plan, figures: PlanFigures): string {
  const pairs = figures.placed + figures.unplaced.length;
  const line = (label: string, text: string): string => `${label.padEnd(14)}${text}`;
  return `${[
    ...figures.plan.map(([pair, start]) => `${pair}\t${dayAndTime(start)}\t${start}`),
    ...figures.unplaced.map(({ pair, reason }) => `${pair}\twithout a time: ${reason.replaceAll("-", " ")}`),
    "",
    line("placed", `${figures.placed} of ${pairs}; no plan places more than ${most}`),
    line("objective", String(figures.objective)),
    line(
      "bound",
      figures.bound === figures.objective
        ? `${figures.bound}: no plan is better, which is proven`
        : `${figures.bound}: the best plan lies between the two`,
    ),
    line(
      "time",
      `${figures.cpuMs} ms of processor time to plan, ${Math.round(cpuMsSoFar())} ms with start, reading and checking`,
    ),
    line("memory", `${figures.peakMiB} MiB at most`),
  ].join("\n")}\n`;
}

/** `day 3 09:15`, the month's first day being day 1. */
function dayAndTime(start: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = start % 1440;
  return `day ${Math.floor(start / 1440) + 1} ${two(Math.floor(clock / 60))}:${two(clock % 60)}`;
}
