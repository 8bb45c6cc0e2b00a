/** A mail to Amazon's own mailbox simulator: once SES has told us of it, it would have told us of the mails before it. */
import type { StoredFeed } from "../records/mail-feed.ts";
import { loadMailFeed, saveCanary, startCanary } from "../records/mail-feed.ts";
import { transact } from "../records/table.ts";
import { handToSes } from "./hand-to-ses.ts";
import { composeMime } from "./mime.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, newId, tableOf } from "./table-of.ts";

/** Always takes a mail, and it counts toward no quota or rate of bounces (SES developer guide, "Mailbox simulator"). */
export const simulatorAddress = "success@simulator.amazonses.com";

/** Sends a canary. Its events carry its name, and `hearCanary` takes them. Answers false when SES refused it: there is nothing to hear. */
export async function sendCanary(runtime: Runtime): Promise<boolean> {
  const table = tableOf(runtime);
  const canary = newId(runtime);
  const before = await loadMailFeed(table);
  // Written first: its event may be here before the answer of SES is.
  await transact(table, [startCanary(table, canary, runtime.now(), before)], newAttemptToken(runtime));
  const mime = composeMime({
    school: runtime.school,
    to: { address: simulatorAddress },
    rendered: { subject: "Are mail events arriving?", text: "This mail has no reader.", html: "" },
    messageId: canary,
    date: runtime.now(),
    boundarySeed: canary,
  });
  const outcome = await handToSes(runtime, { address: simulatorAddress, mime, tags: { canary } });
  if (outcome.state === "accepted") await change(runtime, canary, (feed) => ({ ...feed, canaryTaken: true }));
  return outcome.state === "accepted" || outcome.state === "in-doubt";
}

/** SES has told us of a canary: events flow, or did when it was sent. An older canary than the last one tells nothing new. */
export const hearCanary = (runtime: Runtime, canary: string): Promise<void> =>
  change(runtime, canary, (feed) => ({
    ...feed,
    provenAt: Math.max(feed.provenAt ?? 0, feed.canarySentAt),
  }));

const tries = 4;

async function change(
  runtime: Runtime,
  canary: string,
  make: (feed: StoredFeed) => StoredFeed,
): Promise<void> {
  const table = tableOf(runtime);
  for (let left = tries; left > 0; left--) {
    const feed = await loadMailFeed(table);
    if (feed?.canary !== canary) return;
    const write = saveCanary(table, make(feed), feed);
    if ((await transact(table, [write], newAttemptToken(runtime))) === undefined) return;
  }
}
