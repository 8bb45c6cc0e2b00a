/** Does what a committed change promised: sends its messages and sets its clock. If it dies halfway, the sweep finishes. */
import type { Message } from "../domain/messages.ts";
import type { Instant } from "../domain/time.ts";
import { armClock, type Wake } from "./clock.ts";
import type { InHand } from "./in-hand.ts";
import type { Runtime } from "./runtime.ts";
import { sendInTurn } from "./send-in-turn.ts";

export type Promised = {
  messages: readonly Message[];
  clocks: readonly { wake: Wake; revision: number; at: Instant }[];
  inHand: InHand;
};

export async function carryOut(runtime: Runtime, { messages, clocks, inHand }: Promised): Promise<void> {
  for (const { wake, revision, at } of clocks) await armClock(runtime, wake, revision, at);
  await sendInTurn(runtime, messages, inHand);
}
