/** Runs something in a fresh process several times and takes the median of what it used. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a child tells of itself in one line of JSON on stdout. */
export type Told = Readonly<Record<string, number>>;

/** The npm script whose options of Node each child is run with: what is measured is what the command costs. */
const commands = {
  "plan-file": "plan",
  "highs-file": "bench",
  "month-of-slots": "bench",
  "match-school": "match",
} as const;
export type ChildName = keyof typeof commands;

/** One run of `children/NAME.ts`; a child may run for so many minutes. Undefined when it takes longer, or fails. */
export function runChild(name: ChildName, args: readonly string[], minutes = 10): Told | undefined {
  const { stdout, status } = spawnSync(
    process.execPath,
    [...nodeOptionsOf(commands[name]), `test/bench/children/${name}.ts`, ...args],
    {
      cwd: root,
      encoding: "utf8",
      timeout: minutes * 60_000,
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  if (status !== 0) return undefined;
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as Told;
}

/** The words between `node` and the file that an npm script runs. */
function nodeOptionsOf(script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
    scripts: Record<string, string>;
  };
  return scripts[script]!.split(" ").slice(1, -1);
}

/** So many runs, and of every figure the middle one. */
export const medianOf = (name: ChildName, args: readonly string[], runs: number): Told =>
  middleOf(runsOf(name, args, runs));

/** What so many runs tell. Throws when one of them fails. */
export const runsOf = (name: ChildName, args: readonly string[], runs: number): Told[] =>
  Array.from({ length: runs }, () => {
    const told = runChild(name, args);
    if (!told) throw new Error(`${name} ${args.join(" ")} failed`);
    return told;
  });

/** Of every figure the middle one. */
export const middleOf = (all: readonly Told[]): Told =>
  Object.fromEntries(
    Object.keys(all[0]!).map((figure) => {
      const sorted = all.map((told) => told[figure]!).sort((one, other) => one - other);
      return [figure, sorted[Math.floor(sorted.length / 2)]!];
    }),
  );

/** Processor time of this process in milliseconds, since its start. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
