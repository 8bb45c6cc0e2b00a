/** Claims a message for one attempt: one transaction that holds only while everything the letter says is still so. */
import { ruleOf } from "../domain/letter-rules.ts";
import type { Message, MessageState } from "../domain/messages.ts";
import { keys } from "../records/keys.ts";
import { loadMessage, saveMessage } from "../records/messages.ts";
import { absent, check, present, type Table, transact, type Write } from "../records/table.ts";
import type { ReadyLetter } from "./letter-context.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

/** Why a letter is void, by the condition of the claim that did not hold, and how its message ends. */
const voidStates = {
  "meeting-moved-on": "cancelled",
  "pair-moved-on": "cancelled",
  "reader-is-gone": "cancelled",
  "not-wanted": "suppressed",
  "address-suppressed": "suppressed",
} as const satisfies Record<string, MessageState>;

/** `mine`: this attempt owns the message. `taken`: somebody else moved it on. Otherwise the state in which the message ends. */
export type Claim = "mine" | "taken" | "cancelled" | "suppressed";

const tries = 4;

/**
 * Writes `claimed` over `before` if the meeting and the pair still stand as planned, the reader is there and wants it,
 * and the address is not suppressed. A lost answer is resolved by the attempt token that is stored. Throws when the table cannot be asked;
 * the claim may then have been written all the same, and counts as an attempt in doubt.
 */
export async function claimMessage(
  runtime: Runtime,
  before: Message,
  claimed: Message,
  ready: ReadyLetter,
): Promise<Claim> {
  const table = tableOf(runtime);
  const writes = [saveMessage(table, claimed, before), ...conditions(table, claimed, ready)];
  for (let left = tries; ; left--) {
    const refusal = await transact(table, writes, claimed.attemptToken!).catch(async (fault) => {
      if (await isMine(table, claimed)) return undefined;
      throw fault;
    });
    if (refusal === undefined) return "mine";
    const ending = voidStates[refusal as keyof typeof voidStates] as Claim | undefined;
    if (ending) return ending;
    const stored = await loadMessage(table, claimed.id);
    if (stored?.attemptToken === claimed.attemptToken && stored?.state === "sending") return "mine";
    // Two transactions that meet on one meeting or person refuse each other, and nothing has changed.
    const unchanged = stored?.state === before.state && stored.attempt === before.attempt;
    if (!unchanged || left <= 1) return "taken";
  }
}

const isMine = async (table: Table, { id, attemptToken }: Message): Promise<boolean> => {
  const stored = await loadMessage(table, id);
  return stored?.state === "sending" && stored.attemptToken === attemptToken;
};

function conditions(table: Table, message: Message, { email }: ReadyLetter): Write[] {
  const { optional, whilePair } = ruleOf(message.letter);
  const writes: Write[] = [];
  if (message.guard && message.meetingId) {
    const { state, arrangement } = message.guard;
    const condition = {
      expression: "#state = :state AND arrangement = :arrangement",
      names: { "#state": "state" },
      values: { ":state": state, ":arrangement": arrangement },
    };
    writes.push(check(table, keys.meeting(message.meetingId), condition, "meeting-moved-on"));
  }
  if (whilePair && message.mentorshipId) {
    const names = whilePair.map((_, index) => `:state${index}`);
    const condition = {
      expression: `#state IN (${names.join(", ")})`,
      names: { "#state": "state" },
      values: Object.fromEntries(whilePair.map((state, index) => [names[index], state])),
    };
    writes.push(check(table, keys.mentorship(message.mentorshipId), condition, "pair-moved-on"));
  }
  // A letter about a meeting is void with the meeting, and whoever is erased has his or her meetings ended before.
  if ("personId" in message.to && (optional || !message.guard)) {
    const key = keys.person(message.to.personId);
    const prompted = message.letter === "gratitude-prompt";
    writes.push(
      optional
        ? check(
            table,
            key,
            {
              expression: `wantsOptionalMail = :yes${prompted ? " AND attribute_not_exists(gratitude.#never)" : ""}`,
              values: { ":yes": true },
              ...(prompted && { names: { "#never": "never" } }),
            },
            "not-wanted",
          )
        : check(table, key, present, "reader-is-gone"),
    );
  }
  writes.push(check(table, keys.suppression(email), absent, "address-suppressed"));
  return writes;
}
