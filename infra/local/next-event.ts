/** Which of all that waits in the world happens next. */
import type { Instant } from "../../shared/domain/time.ts";
import type { StandIns } from "./stand-ins.ts";

export type Next = { at: Instant; happen: (now: Instant) => Promise<void> };

/** The next thing to happen. At one instant: what is late arrives, sleepers wake, schedules fire, the queue delivers, calls are made, rounds begin. */
export function earliest({
  later,
  sleepers,
  scheduler,
  queue,
  invocations,
  recurring,
}: StandIns): Next | undefined {
  const begin = async (now: Instant): Promise<void> => {
    const name = recurring.take();
    if (name) invocations.add(now, name, { time: new Date(now).toISOString() });
  };
  /** A function that sleeps does not keep the world waiting; its end comes in its time. */
  const untilAsleep = async (run: () => Promise<void>): Promise<void> => {
    const { answer } = await sleepers.run(run);
    answer.catch(() => undefined);
  };
  const sources: [at: Instant | undefined, happen: Next["happen"]][] = [
    [later.nextAt(), () => later.happen()],
    [sleepers.nextAt(), () => sleepers.wake()],
    [scheduler.nextAt(), async () => scheduler.fire()],
    [queue.nextAt(), () => untilAsleep(() => queue.deliver())],
    [invocations.nextAt(), () => untilAsleep(() => invocations.deliver())],
    [recurring.nextAt(), begin],
  ];
  let next: Next | undefined;
  for (const [at, happen] of sources)
    if (at !== undefined && (next === undefined || at < next.at)) next = { at, happen };
  return next;
}
