/** An administrator has found out that an address works after all: mail to it may go out again. */
import type { Message, MessageState } from "../domain/messages.ts";
import { type Person, roles } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { loadMessage } from "../records/messages.ts";
import { loadInvitation, loadPersonByEmail } from "../records/people.ts";
import { liftSuppression, loadSuppressions } from "../records/suppressions.ts";
import { transact } from "../records/table.ts";
import { joinedAs, welcomeTo } from "./join.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";
import { letterToAddress, writeLetter } from "./write-letter.ts";

type Reached = "reachable" | "invited-anew" | "welcomed-anew";

/**
 * The address of a person, or of somebody who was invited. Mail that was not sent meanwhile is not sent afterwards; only
 * the invitation goes out anew, or the welcome where none has arrived: nothing else would tell its reader how to join, or
 * ask for the agreement. Doing it twice changes nothing.
 */
export async function reachAgain(
  runtime: Runtime,
  address: string,
): Promise<Result<Reached, "nobody-there">> {
  const table = tableOf(runtime);
  const [person, invitation, suppressed] = await Promise.all([
    loadPersonByEmail(table, address),
    loadInvitation(table, address),
    loadSuppressions(table, [address]),
  ]);
  if (!person && !invitation) return refuse("nobody-there");
  if (suppressed.size === 0) return accept("reachable");
  const lift = liftSuppression(table, address);
  if (invitation) {
    const { email, role } = invitation;
    const occasion = `invited-anew-${runtime.now()}`;
    const about = { letter: "sign-up-link", occasion, data: { role, invited: 1 } } as const;
    const refusal = await writeLetter(runtime, letterToAddress(runtime, about, email, "visitor"), [lift]);
    return accept(refusal === "not-suppressed" ? "reachable" : "invited-anew");
  }
  const welcome = person && (await missedWelcome(runtime, person));
  if (!welcome) {
    await transact(table, [lift], newAttemptToken(runtime));
    return accept("reachable");
  }
  const refusal = await writeLetter(runtime, welcome, [lift]);
  return accept(refusal === undefined ? "welcomed-anew" : "reachable");
}

const notArrived: readonly MessageState[] = ["bounced", "suppressed"];

async function missedWelcome(runtime: Runtime, person: Person): Promise<Message | undefined> {
  const joined = await nextCopy(runtime, (copy) => welcomeTo(runtime, person, `joined${copy}`));
  if (joined) return joined;
  for (const role of roles) {
    const second = (copy: string) => welcomeTo(runtime, person, `${joinedAs(role)}${copy}`, role);
    const welcome = await nextCopy(runtime, second);
    if (welcome) return welcome;
  }
  return undefined;
}

/** The next copy of a welcome of which every one before came back, or was not sent for the address; undefined once one may have arrived. */
async function nextCopy(
  runtime: Runtime,
  welcomeOf: (copy: string) => Message,
): Promise<Message | undefined> {
  for (let copy = 1; ; copy++) {
    const welcome = welcomeOf(copy === 1 ? "" : `-${copy}`);
    const before = await loadMessage(tableOf(runtime), welcome.id);
    if (!before) return copy === 1 ? undefined : welcome;
    if (!notArrived.includes(before.state)) return undefined;
  }
}
