/** `npm run plan`: plans a month of a file, an instance or a roster, and proves how good the plan is. */
import { type Plan, stepsMax } from "../../shared/domain/plan.ts";
import { planFreeTime } from "../../shared/domain/plan-free-time.ts";
import { Mendable, readFileAndOptions, refuseUnused, runCommand, wholeNumber } from "./command-line.ts";
import { looksLikeJson, readGivenFile } from "./given-file.ts";
import { Broken } from "./matching-files/checked-json.ts";
import { cpuMsSoFar, figuresOf, inWords } from "./planning/plan-report.ts";
import { readInstance } from "./planning/read-instance.ts";
import { faultsOfPlan } from "./planning/verify.ts";

const usage =
  "npm run plan -- FILE [--json], for an instance [--steps N], and for a roster [--month 2026-12] [--school ID]";
const options = {
  json: { type: "boolean" },
  steps: { type: "string" },
  month: { type: "string" },
  school: { type: "string" },
} as const;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

await runCommand(async () => {
  const { file, given } = readFileAndOptions(options, usage);
  const steps = wholeNumber("steps", given.steps, 1, Number.MAX_SAFE_INTEGER, stepsMax);
  const bytes = readGivenFile(file);
  const isInstance = looksLikeJson(file, bytes);
  refuseUnused(
    given,
    isInstance ? { month: "a roster", school: "a roster" } : { steps: "an instance" },
    file,
  );
  const { plan, cpuMs } = isInstance ? planInstance(file, bytes, steps) : await planRoster(file, given);
  const figures = figuresOf(plan, cpuMs);
  process.stdout.write(given.json ? `${JSON.stringify(figures)}\n` : inWords(plan, figures));
});

type Timed = { plan: Plan; cpuMs: number };

function planInstance(file: string, bytes: Uint8Array, steps: number): Timed {
  try {
    const instance = readInstance(bytes);
    const before = cpuMsSoFar();
    const plan = planFreeTime(instance, steps);
    const cpuMs = cpuMsSoFar() - before;
    const faults = faultsOfPlan(instance, {
      plan: plan.placed.map(({ pair, start }) => [pair, start]),
      objective: plan.cost,
    });
    if (faults.length > 0) throw new Error(`the plan is not legal: ${faults.join("; ")}`);
    return { plan, cpuMs };
  } catch (error) {
    if (error instanceof Broken) throw new Mendable(`${file}: ${error.message}`);
    throw error;
  }
}

async function planRoster(
  file: string,
  { school, month }: { school?: string; month?: string },
): Promise<Timed> {
  // Only a roster needs the schools, and all that reads them: an instance is planned before that is loaded.
  const { planRosterMonth } = await import("./planning/roster-month.ts");
  return planRosterMonth({ file, school, month, today: new Date().toISOString().slice(0, 10) }, say);
}
