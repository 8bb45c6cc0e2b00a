/** Lets a function wait in virtual time: while it sleeps the world goes on, and the clock wakes it. */
import type { Instant } from "../../shared/domain/time.ts";
import { openAgenda } from "./agenda.ts";

export type Sleepers = {
  /** What functions get as their `wait`. */
  wait: (milliseconds: number) => Promise<void>;
  nextAt: () => Instant | undefined;
  /** Wakes the earliest, and comes back when it sleeps again or is done. */
  wake: () => Promise<void>;
  /** Runs something, and comes back when it sleeps or is done; what it answers comes later. */
  run: <Answer>(begin: () => Promise<Answer>) => Promise<{ answer: Promise<Answer> }>;
};

/** Nobody asleep. One thing runs at a time; whatever sleeps stands still until it is woken. */
export function openSleepers(now: () => Instant): Sleepers {
  const agenda = openAgenda<() => void>();
  let pause: () => void = () => undefined;

  /** From here until somebody sleeps or is done. Within a turn there may be another, while a call takes its time. */
  const turn = (begin: () => void): Promise<void> =>
    new Promise((resolve) => {
      const outer = pause;
      pause = () => {
        pause = outer;
        resolve();
      };
      begin();
    });

  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        agenda.add(now() + Math.max(0, milliseconds), resolve);
        pause();
      }),
    nextAt: () => agenda.nextAt(),
    wake: () => turn(() => (agenda.take() ?? { value: pause }).value()),
    async run(begin) {
      let answer: ReturnType<typeof begin> | undefined;
      await turn(() => {
        answer = begin();
        const done = () => pause();
        answer.then(done, done);
      });
      return { answer: answer! };
    },
  };
}
