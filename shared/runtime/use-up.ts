/** Uses up a link that works once, together with what it opens. */
import type { Link } from "../links/link.ts";
import { useLink } from "../links/uses.ts";
import { transact, type Write } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

const tries = 4;

/**
 * Does both or neither; answers the name of the condition that did not hold, `link-used` for the link's own. `browser` is the
 * hash of a browser's secret, for a page that knows it again.
 */
export async function useUp(
  runtime: Runtime,
  link: Link,
  opens: readonly Write[],
  browser?: string,
): Promise<string | undefined> {
  const table = tableOf(runtime);
  const writes = [
    ...useLink(table, link, { usedAt: runtime.now(), ...(browser !== undefined && { browser }) }),
    ...opens,
  ];
  for (let left = tries; ; left--) {
    const refusal = await transact(table, writes, newAttemptToken(runtime));
    // SES may tell of the mail while its link is pressed: two transactions that meet on its message refuse each other, and nothing has changed.
    if (refusal !== "changed-meanwhile" || left <= 1) return refusal;
  }
}
