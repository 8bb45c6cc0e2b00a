/** The sum that proves that no mail was lost: whatever was planned was sent, or stands under exactly one reason why not. */
import type { Message, MessageState } from "./messages.ts";

/** Taken by SES, whatever became of it afterwards. */
export const takenStates = [
  "accepted",
  "delivered",
  "bounced",
  "complained",
] as const satisfies MessageState[];
/** Not sent, or nobody knows. */
export const untakenStates = [
  "cancelled",
  "expired",
  "suppressed",
  "failed",
  "unknown",
] as const satisfies MessageState[];
/** Still on their way; nothing is left here once everything has come to rest. */
export const openStates = ["planned", "sending"] as const satisfies MessageState[];

export type MailBalance = {
  /** How many different messages were planned. */
  planned: number;
  /** How many SES took: delivered, bounced and complained ones included. */
  accepted: number;
  open: number;
  byState: Readonly<Record<MessageState, number>>;
  /** `planned − accepted − cancelled − expired − suppressed − failed − unknown − open`; anything but 0 is a fault of the record. */
  difference: number;
};

/** Adds up the messages of a month, or of any other time. A message that stands in the list twice makes a difference. */
export function conserve(messages: readonly Pick<Message, "id" | "state">[]): MailBalance {
  const states: readonly MessageState[] = [...takenStates, ...untakenStates, ...openStates];
  const byState = Object.fromEntries(
    states.map((state) => [state, messages.filter((message) => message.state === state).length]),
  ) as Record<MessageState, number>;
  const sum = (some: readonly MessageState[]): number =>
    some.reduce((total, state) => total + byState[state], 0);
  const planned = new Set(messages.map(({ id }) => id)).size;
  const accepted = sum(takenStates);
  const open = sum(openStates);
  return { planned, accepted, open, byState, difference: planned - accepted - sum(untakenStates) - open };
}
