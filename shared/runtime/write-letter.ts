/** Letters that no life table asks for: links to sign up and to sign in, and the welcome. */
import type { LetterName } from "../domain/letter-rules.ts";
import type { Message } from "../domain/messages.ts";
import type { Person } from "../domain/people.ts";
import { addMessage } from "../records/messages.ts";
import { transact, type Write } from "../records/table.ts";
import { planMessage, toPerson } from "./plan-message.ts";
import type { Runtime } from "./runtime.ts";
import { sendAtOnce } from "./send-in-turn.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

type About = Pick<Message, "data"> & { letter: LetterName; occasion: string };

/** A letter to a person of the school. */
export const letterToPerson = (
  runtime: Runtime,
  about: About,
  person: Person,
  role: Message["role"],
): Message => planMessage(about, toPerson(person, role), { school: runtime.school, now: runtime.now() });

/** A letter to an address: of somebody who is yet to join, or of an administrator. */
export const letterToAddress = (
  runtime: Runtime,
  about: About,
  email: string,
  role: "visitor" | "administrator",
): Message =>
  planMessage(
    about,
    { to: { email }, role, timeZone: runtime.school.timeZone },
    { school: runtime.school, now: runtime.now() },
  );

/** Plans a message together with other writes, and sends it at once: somebody waits for it. Answers the name of the condition that did not hold. */
export async function writeLetter(
  runtime: Runtime,
  message: Message,
  together: readonly Write[] = [],
): Promise<string | undefined> {
  const table = tableOf(runtime);
  const refusal = await transact(table, [...together, addMessage(table, message)], newAttemptToken(runtime));
  if (refusal === undefined) await sendAtOnce(runtime, message);
  return refusal;
}
