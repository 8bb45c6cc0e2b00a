/** `npm run bench:matching`: what each way of matching costs, in processor time of a fresh process, the median of several. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { matchFigures } from "../../infra/local/matching-files/figures.ts";
import { readInstance } from "../../infra/local/matching-files/instance.ts";
import { chooseBy, type MatchingMode } from "../../shared/domain/matching/modes.ts";
import { makeUpWishes } from "./made-up-wishes.ts";

type Row = { students: number; mode: MatchingMode; limitMilliseconds: number };

const rows: readonly Row[] = [
  { students: 20_000, mode: "stable", limitMilliseconds: 150 },
  { students: 1_000, mode: "nobody-left-out", limitMilliseconds: 3_000 },
];
const times = 5;

const [size, mode] = process.argv.slice(2);
if (size !== undefined) measureOnce(Number(size), mode as MatchingMode);
else printTable();

/** Only the choosing counts; making the school up and reading it does not. */
function measureOnce(students: number, mode: MatchingMode): void {
  const read = readInstance(Buffer.from(JSON.stringify(makeUpWishes(students, "bench"))));
  if (!read.ok) throw new Error(read.refusal);
  const before = process.cpuUsage();
  chooseBy[mode](read.value.lists);
  const { user, system } = process.cpuUsage(before);
  const { pairs, withoutMentor, blockingAgainstFirstMentor } = matchFigures(read.value, mode);
  const figures = { pairs: pairs.length, withoutMentor, blockingAgainstFirstMentor };
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, ...figures }));
}

function printTable(): void {
  console.log("students  mode              CPU ms   limit    pairs  without  blocking a first mentor");
  for (const { students, mode, limitMilliseconds } of rows) {
    const runs = Array.from({ length: times }, () => inFreshProcess(students, mode));
    const cpuMs = runs.map((run) => run.cpuMs).sort((one, other) => one - other)[Math.floor(times / 2)]!;
    const { pairs, withoutMentor, blockingAgainstFirstMentor } = runs[0]!;
    console.log(
      [
        String(students).padStart(8),
        mode.padEnd(16),
        cpuMs.toFixed(1).padStart(7),
        String(limitMilliseconds).padStart(7),
        String(pairs).padStart(8),
        String(withoutMentor).padStart(8),
        String(blockingAgainstFirstMentor).padStart(8),
        cpuMs > limitMilliseconds ? "too slow" : "",
      ].join(" "),
    );
    if (cpuMs > limitMilliseconds) process.exitCode = 1;
  }
}

type Run = { cpuMs: number; pairs: number; withoutMentor: number; blockingAgainstFirstMentor: number };

function inFreshProcess(students: number, mode: MatchingMode): Run {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), String(students), mode],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}
