/** A link without the mail: as a letter to its reader would have carried it, made now. */
import type { World } from "../../../infra/local/world.ts";
import { type Link, makeLink } from "../../../shared/links/link.ts";
import { addMessage, messageIdLength } from "../../../shared/records/messages.ts";
import { transact } from "../../../shared/records/table.ts";
import { newAttemptToken, newId, tableOf } from "../../../shared/runtime/table-of.ts";

export type Given = Pick<Link, "verb" | "role" | "data" | "meetingId" | "mentorshipId"> & {
  personId: string;
};

/** The path of a new link. */
export async function giveLink({ runtime }: World, { verb, personId, ...about }: Given): Promise<string> {
  const now = runtime.now();
  const id = `${newId(runtime)}${newId(runtime)}`.slice(0, messageIdLength);
  const { token, hash } = makeLink(id, runtime.randomBytes);
  const message = addMessage(tableOf(runtime), {
    ...about,
    id,
    letter: "fresh-link",
    to: { personId },
    state: "delivered",
    plannedAt: now,
    sendAt: now,
    notAfter: now,
    attempt: 1,
    claimedAt: now,
    links: { [hash]: verb },
  });
  const refusal = await transact(tableOf(runtime), [message], newAttemptToken(runtime));
  if (refusal !== undefined) throw new Error(`the link could not be given: ${refusal}`);
  return `/answer/${token}`;
}
