/** Lets the viewer of a local world be anybody in it, without a mail: through a session like everybody's. */

import { sessionLastsFor, startSession } from "../../../shared/links/session.ts";
import { loadPerson } from "../../../shared/records/people.ts";
import { transact } from "../../../shared/records/table.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";
import type { World } from "../world.ts";

/** Starts a session for `administrator` or a person's id, and goes to that person's page. */
export async function enterAs(world: World, who: string): Promise<Response> {
  const { runtime } = world;
  const table = tableOf(runtime);
  const person = who === "administrator" ? undefined : await loadPerson(table, who);
  if (who !== "administrator" && !person)
    return new Response("There is nobody with this id in this world.", { status: 404 });
  const email = person?.email ?? world.school.administrators[0]!;
  const { token, write } = startSession(table, email, world.now(), runtime.randomBytes);
  await transact(table, [write], newAttemptToken(runtime));
  const page = person ? (person.student ? "/student" : "/mentor") : "/administrator";
  return new Response(null, {
    status: 303,
    headers: {
      Location: page,
      "Set-Cookie": `session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionLastsFor / 1000}`,
    },
  });
}
