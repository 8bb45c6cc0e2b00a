/** Who is here and not in an administrator's file: with the file of a new year, most likely those who have left. */
import { emailIdentity, type Person } from "../domain/people.ts";
import { listPeople } from "../records/people.ts";
import type { Roster } from "../roster/roster.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

/** By name. Nothing is done to them: a file may well be of a few people only. */
export async function notInRoster(runtime: Runtime, { people, invited }: Roster): Promise<Person[]> {
  const named = new Set([...people, ...invited].map(({ email }) => emailIdentity(email)));
  return (await listPeople(tableOf(runtime))).filter(({ email }) => !named.has(emailIdentity(email)));
}
