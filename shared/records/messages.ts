/** Messages in the table: planned once, claimed by one sender, settled by what SES says. */

import { civilAt, monthOf } from "../domain/calendar.ts";
import { type LetterName, letterRules } from "../domain/letter-rules.ts";
import { type Message, type MessageState, mayMove, messageSchema } from "../domain/messages.ts";
import { day, type Instant, type Month, minute } from "../domain/time.ts";
import { getAllDue } from "./due.ts";
import { keys, lists, sha256 } from "./keys.ts";
import { toItem } from "./record.ts";
import {
  absent,
  type Condition,
  getItem,
  getItems,
  getList,
  getListFrom,
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

/** What is on its way stands in the list of what is due, and what has come to rest in the mail log; never in both, for each list costs a write. */
const toMessageItem = (message: Message): Item =>
  toItem(message, {
    key: keys.message(message.id),
    forgetAt: message.plannedAt + messagesKeptFor,
    ...(isOnItsWay(message)
      ? { dueAt: message.sendAt }
      : {
          list: {
            name: lists.messages(monthOfInstant(message.plannedAt)),
            key: logKey(message.plannedAt, message.id),
          },
        }),
  });

const logKey = (plannedAt: Instant, id = ""): string => `${String(plannedAt).padStart(15, "0")}#${id}`;

const isOnItsWay = ({ state }: Message): boolean => state === "planned" || state === "sending";

/** When there is something to do about a message: to send it, or to ask what became of an attempt of which SES has said nothing for its letter's wait. */
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

/** The messages that were planned in these UTC months, the oldest first: those on their way and those that have come to rest. */
export async function listMessages(table: Table, months: readonly Month[]): Promise<Message[]> {
  // In this order: what comes to rest between the two is seen twice, and not missed.
  const due = (await getAllDue(table)).filter(({ sk }) => sk === "message");
  const onTheWay = await loadMessages(
    table,
    due.map(({ id }) => id!),
  );
  const logs = await Promise.all(months.map((month) => getList(table, lists.messages(month))));
  const atRest = logs.flat().map((item) => messageSchema.parse(item));
  const known = new Set(atRest.map(({ id }) => id));
  const others = onTheWay.filter(
    ({ id, plannedAt }) => !known.has(id) && months.includes(monthOfInstant(plannedAt)),
  );
  return [...atRest, ...others].sort(
    (one, other) => one.plannedAt - other.plannedAt || (one.id < other.id ? -1 : 1),
  );
}

/** The state of every message that was planned at `since` or later and has come to rest, by its id; it may lag behind the latest events by a moment. */
export async function listOutcomes(
  table: Table,
  since: Instant,
  now: Instant,
): Promise<Map<string, MessageState>> {
  const months = [...new Set([since, now].map(monthOfInstant))];
  const items = await Promise.all(
    months.map((month) => getListFrom(table, lists.messages(month), logKey(since), ["id", "state"])),
  );
  return new Map(items.flat().map(({ id, state }) => [id as string, state as MessageState]));
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
