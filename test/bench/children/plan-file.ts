/** One planning of a month's file in a process of its own: what it found, and what that took. */
import { readFileSync } from "node:fs";
import { readInstance } from "../../../infra/local/planning/read-instance.ts";
import { planFreeTime } from "../../../shared/domain/plan-free-time.ts";
import { cpuMilliseconds } from "../measure.ts";

const started = cpuMilliseconds();
const instance = readInstance(readFileSync(process.argv[2]!));
const read = cpuMilliseconds();
const plan = planFreeTime(instance);
const planned = cpuMilliseconds();
console.log(
  JSON.stringify({
    pairs: instance.pairs.ids.length,
    placed: plan.placed.length,
    objective: plan.cost,
    bound: plan.bound,
    readMs: read - started,
    planMs: planned - read,
    wholeMs: planned,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
