/** Lets the campaign loose on an altered product until a check finds something. */
import type { Alteration } from "./altered-source.ts";
import {
  byChance,
  changesAmid,
  changesAround,
  faultsOnPath,
  feedDead,
  oneFaultEach,
  pairsOnPath,
  silentOnPath,
  slowClocks,
} from "./campaigns.ts";
import type { CheckName } from "./checks/all.ts";
import type { Job } from "./job.ts";
import { nameOfJob } from "./job-name.ts";
import { openPool, type Ready } from "./pool.ts";

export type Caught = { sabotage: string; check: CheckName | undefined; by: string; stories: number };

/** A bit of each campaign in turn. */
function* ofEach(campaigns: readonly Iterable<Job>[]): Generator<Job> {
  const open = campaigns.map((jobs) => jobs[Symbol.iterator]());
  while (open.length > 0)
    for (const [place, jobs] of [...open.entries()].reverse()) {
      const next = jobs.next();
      if (next.done) open.splice(place, 1);
      else yield next.value;
    }
}

const fromTheMiddle = (jobs: readonly Job[]): Job[] => {
  const middle = jobs.length >> 1;
  return jobs
    .map((_, step) => jobs[middle + (step % 2 === 0 ? step >> 1 : -(step + 1) >> 1)]!)
    .filter(Boolean);
};

function* hunting(ready: Ready): Generator<Job> {
  yield* faultsOnPath(ready);
  yield* silentOnPath(ready);
  yield* changesAmid(ready);
  const { everyPlace, again } = oneFaultEach(ready);
  yield* ofEach([
    [...everyPlace, ...again],
    pairsOnPath(ready),
    slowClocks(ready),
    byChance("hunt", 4000),
    fromTheMiddle([...changesAround()].slice(0, 400)),
    fromTheMiddle([...changesAround()].slice(400)),
    feedDead(ready, "hunt-dead", 1000),
  ]);
}

/** Hunts with one process; gives up after so many seconds. */
export async function hunt(
  sabotage: string,
  alterations: readonly Alteration[],
  seconds: number,
): Promise<Caught> {
  const pool = await openPool(1, alterations);
  const [calm] = pool.ready.findings;
  const caught: Caught = { sabotage, check: calm?.check, by: "a calm month", stories: 1 };
  const from = performance.now();
  try {
    if (!calm)
      await pool.run(hunting(pool.ready), (done) => {
        caught.stories++;
        const [finding] = done.findings;
        if (finding) Object.assign(caught, { check: finding.check, by: nameOfJob(done.job) });
        return finding || performance.now() - from > seconds * 1000 ? "enough" : undefined;
      });
  } finally {
    pool.close();
  }
  return caught;
}
