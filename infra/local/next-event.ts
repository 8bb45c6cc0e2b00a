/** Which of all that waits in the world happens next. */
import type { Instant } from "../../shared/domain/time.ts";
import type { StandIns } from "./stand-ins.ts";

export type Next = { at: Instant; happen: (now: Instant) => Promise<void> };

/** The next thing to happen. At one instant: what is late arrives, schedules fire, the queue delivers, calls are made, rounds begin. */
export function earliest({ later, scheduler, queue, invocations, recurring }: StandIns): Next | undefined {
  const begin = async (now: Instant): Promise<void> => {
    const name = recurring.take();
    if (name) invocations.add(now, name, { time: new Date(now).toISOString() });
  };
  const sources: [at: Instant | undefined, happen: Next["happen"]][] = [
    [later.nextAt(), () => later.happen()],
    [scheduler.nextAt(), async () => scheduler.fire()],
    [queue.nextAt(), () => queue.deliver()],
    [invocations.nextAt(), () => invocations.deliver()],
    [recurring.nextAt(), begin],
  ];
  let next: Next | undefined;
  for (const [at, happen] of sources)
    if (at !== undefined && (next === undefined || at < next.at)) next = { at, happen };
  return next;
}
