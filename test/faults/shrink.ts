/** From a story that went wrong to the shortest one that still does: faults are dropped for as long as it goes wrong without them. */
import type { CheckName } from "./checks/all.ts";
import type { Fault } from "./fault.ts";
import type { Job, JobDone } from "./job.ts";
import type { Pool } from "./pool.ts";

const storiesMost = 120;

/** Answers the shortest that was found within some tries; it breaks the same check. */
export async function shrink(pool: Pool, failed: JobDone): Promise<JobDone> {
  const check = failed.findings[0]!.check;
  let shortest = failed;
  let tries = 0;
  const without = async (faults: readonly Fault[]): Promise<boolean> => {
    if (++tries > storiesMost) return false;
    const done = await playOne(pool, explicit(failed.job, faults));
    if (!breaks(done, check)) return false;
    shortest = done;
    return true;
  };
  let faults: readonly Fault[] = failed.injected;
  if (!(await without(faults))) return failed;
  for (let size = Math.ceil(faults.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < faults.length; ) {
      const rest = [...faults.slice(0, from), ...faults.slice(from + size)];
      if (rest.length < faults.length && (await without(rest))) faults = rest;
      else from += size;
    }
  return shortest;
}

const breaks = ({ findings }: JobDone, check: CheckName): boolean =>
  findings.some((it) => it.check === check);

/** The same story with these faults only, however they came about. */
function explicit({ chance: _, faults: __, ...job }: Job, faults: readonly Fault[]): Job {
  return { ...job, faults: faults.map(({ on, index, kind }) => ({ on, index, kind })) };
}

export async function playOne(pool: Pool, job: Job): Promise<JobDone> {
  let found: JobDone | undefined;
  await pool.run([job], (done) => {
    found = done;
    return undefined;
  });
  return found!;
}
