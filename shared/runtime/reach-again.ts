/** An administrator has found out that an address works after all: mail to it may go out again. */
import type { Person } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { loadPerson } from "../records/people.ts";
import { liftSuppression } from "../records/suppressions.ts";
import { transact } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** Mail that was not sent meanwhile is not sent afterwards. Doing it twice changes nothing. */
export async function reachAgain(
  runtime: Runtime,
  personId: string,
): Promise<Result<Person, "no-such-person">> {
  const table = tableOf(runtime);
  const person = await loadPerson(table, personId);
  if (!person) return refuse("no-such-person");
  await transact(table, [liftSuppression(table, person.email)], newAttemptToken(runtime));
  return accept(person);
}
