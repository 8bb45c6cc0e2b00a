/** `npm run faults`: tells thousands of stories in which things go wrong, and prints what came of them. Ends with 1 when a check found something. */
import { availableParallelism } from "node:os";
import { readOptions, runCommand, wholeNumber } from "../../infra/local/command-line.ts";
import { minute } from "../../shared/domain/time.ts";
import {
  byChance,
  changesAmid,
  changesAround,
  feedDead,
  oneFaultEach,
  pairsOnPath,
  slowClocks,
  yardstickStories,
} from "./campaigns.ts";
import type { EightOClock } from "./eight-o-clock.ts";
import { faultKinds, streams } from "./fault.ts";
import { type Caught, hunt } from "./hunt.ts";
import type { Job } from "./job.ts";
import { jobOfName, nameOfJob } from "./job-name.ts";
import { openPool, type Pool } from "./pool.ts";
import {
  campaignTable,
  eightLine,
  failureText,
  inMinutes,
  sabotageRow,
  sabotageTable,
  sumLine,
  togetherLine,
} from "./report.ts";
import { sabotages, yardsticks } from "./sabotages.ts";
import { playOne, shrink } from "./shrink.ts";
import { add, openTally, type Tally } from "./tally.ts";

const usage = "npm run faults -- [--ci] [--minutes N] [--seed S] | --sabotages | --replay STORY";
const options = {
  /** A share of each campaign, with the same seeds every time: some minutes on two cores. */
  ci: { type: "boolean" },
  /** Goes on with fresh seeds for so long. */
  minutes: { type: "string" },
  /** Only lets the sabotages loose. */
  sabotages: { type: "boolean" },
  /** Tells one story again, by its name. */
  replay: { type: "string" },
  seed: { type: "string" },
} as const;

/** Given up after this long, a sabotage counts as not caught. */
const huntSeconds = 240;
const yardstickSeconds = 60;

/** Done by half past eight, nobody twice, and signing in takes seconds. */
const isInTime = ({ minutes, twice, notSent, signInSeconds }: EightOClock): boolean =>
  minutes <= 30 && twice === 0 && notSent === 0 && signInSeconds <= 5;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function campaign(
  pool: Pool,
  name: string,
  jobs: Iterable<Job>,
  seconds = Number.POSITIVE_INFINITY,
): Promise<Tally> {
  const tally = openTally(name);
  const from = performance.now();
  await pool.run(jobs, (done) => {
    add(tally, done);
    return performance.now() - from > seconds * 1000 ? "enough" : undefined;
  });
  tally.seconds = (performance.now() - from) / 1000;
  say(`  ${name}: ${tally.stories} stories, ${tally.faults} faults, ${tally.wrong} with a finding`);
  return tally;
}

async function replay(pool: Pool, job: Job): Promise<void> {
  const done = await playOne(pool, job);
  say(
    done.findings.length > 0
      ? failureText(done)
      : `${nameOfJob(job)}: ${done.injected.length} faults, nothing found`,
  );
  say(`trace ${done.trace}`);
  process.exitCode = done.findings.length > 0 ? 1 : 0;
}

/** The same seed twice, in two processes that know nothing of each other. */
async function sameTwice(pool: Pool, seed: string): Promise<boolean> {
  const other = await openPool(1);
  const job: Job = { chance: { seed: `${seed}-twice`, rate: 0.05 }, allowed: { expired: true } };
  const traces = [(await playOne(pool, job)).trace, (await playOne(other, job)).trace];
  other.close();
  return traces[0] === traces[1];
}

type Campaigns = { ci: boolean; minutes: number; seed: string };

async function main(pool: Pool, { ci, minutes, seed }: Campaigns): Promise<void> {
  const { ready } = pool;
  const budget = (share: number): number => (ci ? share : Number.POSITIVE_INFINITY);
  const chances = ci ? 140 : 600;
  const { everyPlace, again } = oneFaultEach(ready);
  const tallies = [
    await campaign(pool, "nothing goes wrong", [{}]),
    await campaign(pool, "one fault, at every place", everyPlace),
    await campaign(pool, "one fault, everywhere else", again, budget(25)),
    await campaign(pool, "pairs on one mail's path", pairsOnPath(ready), budget(20)),
    await campaign(pool, "clocks an hour slow", slowClocks(ready), budget(20)),
    await campaign(pool, "by chance, 0.1 to 20 %", byChance(seed, chances)),
    await campaign(pool, "changed around a mail", changesAround(), budget(30)),
    await campaign(pool, "changed amid a call", changesAmid(ready)),
    await campaign(pool, "SES's word has gaps", byChance(`${seed}-gaps`, ci ? 24 : 240, "patchy")),
    await campaign(pool, "SES tells nothing", feedDead(ready, `${seed}-dead`, ci ? 24 : 200)),
  ];
  if (minutes > 0)
    tallies.push(
      await campaign(pool, "fresh seeds", byChance(`${seed}-${Date.now()}`, 1_000_000), minutes * 60),
    );
  const morning = ci ? undefined : await pool.eightOClock(20_000);
  const same = await sameTwice(pool, seed);
  const calm = tallies[0]!;
  const single = tallies.slice(1, 3);
  const latest = Math.max(...single.map(({ latestBeyondWait }) => latestBeyondWait));
  const wanted = [...new Set(ready.places.map(([, place]) => place))].flatMap((place) =>
    faultKinds.call.map((kind) => `${place} / ${kind}`),
  );
  wanted.push(
    ...streams.flatMap((on) => (on === "call" ? [] : faultKinds[on].map((kind) => `${on} / ${kind}`))),
  );
  const covered = wanted.filter((it) => single.some((tally) => tally.covered.has(it))).length;

  const others = ci ? [] : await compared(seed);
  const allCaught = ci || (await sabotaged());

  say(`\n${campaignTable([...tallies, ...others])}\n`);
  say(togetherLine(tallies));
  say(sumLine(tallies));
  say(`places × kinds of fault covered one at a time: ${covered} of ${wanted.length}`);
  say(`without faults within 120 s: ${calm.punctual.within} of ${calm.punctual.all} mails`);
  say(`with one fault, the latest beyond its letter's wait: ${inMinutes(latest)} min (at most 5)`);
  say(`left in the queue for the dead, and counted: ${tallies.reduce((sum, it) => sum + it.deadLetters, 0)}`);
  say(`the same seed twice gives the same trace: ${same ? "yes" : "NO"}`);
  if (morning) say(eightLine(morning));
  const wrong = tallies.reduce((sum, it) => sum + it.wrong, 0);
  for (const { failures } of tallies)
    for (const failure of failures.slice(0, 2)) {
      say(`\nwent wrong: ${nameOfJob(failure.job)}; the shortest that does:`);
      say(failureText(failure.injected.length > 2 ? await shrink(pool, failure) : failure));
    }
  const late = latest > 5 * minute;
  if (wrong > 0 || !same || !allCaught || (morning && !isInTime(morning)) || late || covered < wanted.length)
    process.exitCode = 1;
}

/** Every sabotage is let loose on in a process of its own, two at a time. */
async function sabotaged(): Promise<boolean> {
  const waiting = Object.entries(sabotages);
  const caught: Caught[] = [];
  const huntOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      caught.push(await hunt(...next, huntSeconds));
      say(`  ${sabotageRow(caught.at(-1)!)}`);
    }
  };
  await Promise.all([huntOn(), huntOn()]);
  say(`\n${sabotageTable(caught)}`);
  return caught.every(({ check }) => check !== undefined);
}

/** The same stories, told of two common ways to send mail. */
async function compared(seed: string): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const [name, alterations] of Object.entries(yardsticks)) {
    const altered = await openPool(2, alterations);
    tallies.push(await campaign(altered, name, yardstickStories(altered.ready, seed), yardstickSeconds));
    altered.close();
  }
  return tallies;
}

async function withPool(processes: number, tell: (pool: Pool) => Promise<void>): Promise<void> {
  const pool = await openPool(processes);
  try {
    await tell(pool);
  } finally {
    pool.close();
  }
}

await runCommand(async () => {
  const given = readOptions(options, usage);
  const { ci = false, seed = "ours" } = given;
  const minutes = wholeNumber("minutes", given.minutes, 1, 10_000, 0);
  const again = given.replay === undefined ? undefined : jobOfName(given.replay);
  if (given.sabotages) {
    if (!(await sabotaged())) process.exitCode = 1;
  } else if (again) await withPool(1, (pool) => replay(pool, again));
  else await withPool(Math.min(2, availableParallelism()), (pool) => main(pool, { ci, minutes, seed }));
});
