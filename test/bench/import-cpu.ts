/** What it costs a fresh process to load a bundle, in milliseconds of processor time. */
import { spawnSync } from "node:child_process";
import { readSchool } from "../../infra/schools/read-school.ts";
import { environmentNames } from "../../shared/runtime/environment-names.ts";
import { packSchool } from "../../shared/runtime/packed-school.ts";

/** Prints the processor time that `require` of the first argument took; loading Node itself is not counted. */
const program = `
  const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
`;

/** The environment that Lambda and the stack give a function, so that everything it makes at its start is made. */
function environmentOfAFunction(): Record<string, string> {
  const school = readSchool("infra/schools/riverside.yaml");
  if (!school.ok) throw new Error("The school riverside is not right.");
  const packed = packSchool(school.value);
  if (!packed.ok) throw new Error(packed.refusal);
  return {
    ...Object.fromEntries(environmentNames.map((name) => [name, "https://bench.example"])),
    SCHOOL: packed.value,
    AWS_LAMBDA_FUNCTION_NAME: "bench",
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "bench",
  };
}

export type Measured = {
  bundle: string;
  medianMilliseconds: number;
  /** Beside the first bundle of the list in the same round; the median of all rounds. */
  ratio: number;
};

/** Loads the bundles in turn, as many times each, so that a busy machine slows all of a round alike. */
export function measureImports(bundles: readonly string[], times: number): Measured[] {
  const env = environmentOfAFunction();
  const taken = new Map<string, number[]>(bundles.map((bundle) => [bundle, []]));
  for (let round = 0; round < times; round++) {
    for (const bundle of bundles) taken.get(bundle)?.push(importOnce(bundle, env));
  }
  const [first = []] = taken.values();
  return [...taken].map(([bundle, all]) => ({
    bundle,
    medianMilliseconds: median(all),
    ratio: median(all.map((milliseconds, round) => milliseconds / first[round]!)),
  }));
}

function importOnce(bundle: string, env: Record<string, string>): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", program, bundle], {
    encoding: "utf8",
    env,
  });
  if (status !== 0) throw new Error(`${bundle} does not start:\n${stderr}`);
  return Number(stdout);
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
