/** What lies between the school and the services that call it, and may lose, repeat or delay their word. */
import type { SNSEvent } from "aws-lambda";
import type { Instant } from "../../shared/domain/time.ts";
import { openAgenda } from "./agenda.ts";

export type Outside = {
  /** When an event of SES reaches its function: never, once or several times. */
  eventArrives?: (at: Instant, event: SNSEvent) => readonly Instant[];
  /** When the word of a schedule that fires now reaches the queue. */
  scheduleArrives?: (now: Instant, body: string) => readonly Instant[];
};

export type Later = {
  add: (at: Instant, happen: () => unknown) => void;
  nextAt: () => Instant | undefined;
  /** Lets the earliest happen. */
  happen: () => Promise<void>;
};

/** What was put off and happens at its own time, such as a request that is still on its way when its sender has given up. */
export function openLater(): Later {
  const agenda = openAgenda<() => unknown>();
  return {
    add: (at, happen) => void agenda.add(at, happen),
    nextAt: () => agenda.nextAt(),
    async happen() {
      await agenda.take()?.value();
    },
  };
}
