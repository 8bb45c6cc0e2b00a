/** Functions called without anybody waiting for the answer, as SNS and the clocks call them: a failure is tried again after one minute and after two more. */

import type { FunctionName } from "../../functions/catalogue.ts";
import { type Instant, minute } from "../../shared/domain/time.ts";
import { openAgenda } from "./agenda.ts";

export type Invocation = { name: FunctionName; event: object; failures: number };
export type InvocationsNote = { at: Instant; value: Invocation }[];

export type Invocations = {
  add: (at: Instant, name: FunctionName, event: object) => void;
  nextAt: () => Instant | undefined;
  /** Makes the earliest call. */
  deliver: () => Promise<void>;
  note: () => InvocationsNote;
};

/** Waits before the second and the third try; then Lambda gives up. */
const waits = [minute, 2 * minute];

/** The calls that were still to be made before, and those to come. `invoke` rejects when the function failed. */
export function openInvocations(
  now: () => Instant,
  invoke: (name: FunctionName, event: object) => Promise<unknown>,
  before?: InvocationsNote,
): Invocations {
  const agenda = openAgenda<Invocation>(before);
  return {
    add: (at, name, event) => void agenda.add(at, { name, event, failures: 0 }),
    nextAt: () => agenda.nextAt(),
    async deliver() {
      const next = agenda.take()?.value;
      if (!next) return;
      try {
        await invoke(next.name, structuredClone(next.event));
      } catch {
        const wait = waits[next.failures];
        if (wait !== undefined) agenda.add(now() + wait, { ...next, failures: next.failures + 1 });
      }
    },
    note: () => agenda.all().map(({ at, value }) => ({ at, value })),
  };
}
