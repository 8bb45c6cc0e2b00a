/** An administrator has found out that an address works after all: mail to it may go out again. */
import { accept, type Result, refuse } from "../domain/result.ts";
import { loadInvitation, loadPersonByEmail } from "../records/people.ts";
import { liftSuppression, loadSuppressions } from "../records/suppressions.ts";
import { transact } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";
import { letterToAddress, writeLetter } from "./write-letter.ts";

/**
 * The address of a person, or of somebody who was invited. Mail that was not sent meanwhile is not sent afterwards; only
 * the invitation goes out anew, since nothing else would tell its reader how to join. Doing it twice changes nothing.
 */
export async function reachAgain(
  runtime: Runtime,
  address: string,
): Promise<Result<"reachable" | "invited-anew", "nobody-there">> {
  const table = tableOf(runtime);
  const [person, invitation, suppressed] = await Promise.all([
    loadPersonByEmail(table, address),
    loadInvitation(table, address),
    loadSuppressions(table, [address]),
  ]);
  if (!person && !invitation) return refuse("nobody-there");
  if (suppressed.size === 0) return accept("reachable");
  const lift = liftSuppression(table, address);
  if (!invitation) {
    await transact(table, [lift], newAttemptToken(runtime));
    return accept("reachable");
  }
  const { email, role } = invitation;
  const occasion = `invited-anew-${runtime.now()}`;
  const about = { letter: "sign-up-link", occasion, data: { role, invited: 1 } } as const;
  const refusal = await writeLetter(runtime, letterToAddress(runtime, about, email, "visitor"), [lift]);
  return accept(refusal === "not-suppressed" ? "reachable" : "invited-anew");
}
