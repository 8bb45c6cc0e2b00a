/** Messages in the table: planned once, claimed by one sender, settled by what SES says. */

import { civilAt, monthOf } from "../domain/calendar.ts";
import { type LetterName, letterRules } from "../domain/letter-rules.ts";
import { type Message, mayMove, messageSchema } from "../domain/messages.ts";
import { day, type Instant, type Month, minute } from "../domain/time.ts";
import { keys, lists, sha256 } from "./keys.ts";
import { toItem } from "./record.ts";
import {
  absent,
  type Condition,
  getItem,
  getItems,
  getList,
  type Item,
  put,
  type Table,
  type Write,
} from "./table.ts";

/** Who gets which letter about what, and the how-manieth: the same occasion always has the same id. */
export type Occasion = {
  schoolId: string;
  letter: LetterName;
  about: string;
  arrangement: number;
  recipient: string;
  occasion: string;
};

/** In characters: enough that no two occasions share one, and short, since it stands in the address of every link. */
export const messageIdLength = 22;

/** 22 characters of `[A-Za-z0-9_-]`, fit for an SES tag: 132 bits of a hash. It names the message and is no secret. */
export const messageIdOf = (occasion: Occasion): string =>
  sha256(
    [
      occasion.schoolId,
      occasion.letter,
      occasion.about,
      occasion.arrangement,
      occasion.recipient,
      occasion.occasion,
    ].join("\u001f"),
  ).slice(0, messageIdLength);

/** How long a message is remembered, counted from its planning, and with it what its links were for: their pages explain and offer a fresh one. */
export const messagesKeptFor = 400 * day;

const toMessageItem = (message: Message): Item =>
  toItem(message, {
    key: keys.message(message.id),
    list: {
      name: lists.messages(monthOfInstant(message.plannedAt)),
      key: `${String(message.plannedAt).padStart(15, "0")}#${message.id}`,
    },
    dueAt: lookAgainAt(message),
    forgetAt: message.plannedAt + messagesKeptFor,
  });

/** When the sweep must look at a message: once it is due, and again when an attempt has gone without a word from SES for its letter's wait. */
export function lookAgainAt({ state, letter, sendAt, claimedAt }: Message): Instant | undefined {
  if (state === "planned") return sendAt;
  if (state === "sending") return (claimedAt ?? sendAt) + letterRules[letter].waitMinutes * minute;
  return undefined;
}

/** The mail log is kept by UTC month. */
const monthOfInstant = (instant: Instant): Month => monthOf(civilAt(instant, "UTC").date);

/** Plans a message; the same one planned before refuses as `planned-before`. */
export const addMessage = (table: Table, message: Message): Write =>
  put(table, toMessageItem(message), absent, "planned-before");

export async function loadMessage(table: Table, id: string): Promise<Message | undefined> {
  const item = await getItem(table, keys.message(id));
  return item && messageSchema.parse(item);
}

/** Many messages as they stand now, in the order of the ids; one that is not there is left out. */
export async function loadMessages(table: Table, ids: readonly string[]): Promise<Message[]> {
  return (await getItems(table, ids.map(keys.message))).flatMap((item) =>
    item ? [messageSchema.parse(item)] : [],
  );
}

/** The mail log of a UTC month, oldest first. */
export async function listMessages(table: Table, month: Month): Promise<Message[]> {
  return (await getList(table, lists.messages(month))).map((item) => messageSchema.parse(item));
}

const unchanged = ({ state, attempt, to }: Message): Condition => {
  const [[by, whom]] = Object.entries(to) as [[string, string]];
  return {
    expression: `#state = :state AND attempt = :attempt AND #to.${by} = :whom`,
    names: { "#state": "state", "#to": "to" },
    values: { ":state": state, ":attempt": attempt, ":whom": whom },
  };
};

/** Moves a message on, provided that it still is in the state and attempt that were read, and its reader not erased since (`changed-meanwhile`). Throws on a move backwards. */
export function saveMessage(table: Table, after: Message, before: Message): Write {
  if (after.state !== before.state && !mayMove(before.state, after.state))
    throw new Error(`message ${before.id} cannot go from ${before.state} to ${after.state}`);
  return put(table, toMessageItem(after), unchanged(before), "changed-meanwhile");
}
