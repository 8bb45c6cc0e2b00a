/** One solving of a month's file by HiGHS in a process of its own. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Highs } from "highs";
import { readInstance } from "../../../infra/local/planning/read-instance.ts";
import { lpTextOf } from "../lp-text.ts";
import { cpuMilliseconds } from "../measure.ts";

const load = createRequire(import.meta.url)("highs") as () => Promise<Highs>;
const text = lpTextOf(readInstance(readFileSync(process.argv[2]!)));
const modelled = cpuMilliseconds();
const highs = await load();
// The gap is given as absolute and relative: the very best plan is asked for, as of the planner.
const solution = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0.5, output_flag: false });
console.log(
  JSON.stringify({
    objective: Math.round(solution.ObjectiveValue),
    planMs: cpuMilliseconds() - modelled,
    wholeMs: cpuMilliseconds(),
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
