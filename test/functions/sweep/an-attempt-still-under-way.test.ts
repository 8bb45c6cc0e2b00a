/** A mail that has just been handed to SES is nobody's to send again: the sweep looks at it once its letter's wait is over, and counts it as late no sooner. */
import { afterEach, expect, it } from "vitest";
import { sweep } from "../../../functions/sweep/index.ts";
import { hour, minute } from "../../../shared/domain/time.ts";
import { getAllDue } from "../../../shared/records/due.ts";
import { addMessage, loadMessage } from "../../../shared/records/messages.ts";
import { transact } from "../../../shared/records/table.ts";
import type { LogLine } from "../../../shared/runtime/runtime.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";
import { openSmallWorld, type SmallWorld, startAt } from "../../local/small-world.ts";
import { aReminder } from "../../runtime/a-reminder.ts";

let world: SmallWorld;
afterEach(() => world.close());

/** A reminder, which waits for a quarter of an hour, planned an hour ago and claimed three minutes ago. */
const claimedAt = startAt - 3 * minute;
const underWay = aReminder({
  plannedAt: startAt - hour,
  sendAt: startAt - hour,
  attemptToken: "first",
  claimedAt,
});

it("is put off until it counts as in doubt, and stays as it was in all else", async () => {
  world = await openSmallWorld();
  const table = tableOf(world.runtime);
  await transact(table, [addMessage(table, underWay)], newAttemptToken(world.runtime));
  const lines: LogLine[] = [];
  await sweep({ ...world.runtime, log: (line) => lines.push(line) })();
  const askAt = claimedAt + 15 * minute;
  expect(await loadMessage(table, "m")).toEqual({ ...underWay, sendAt: askAt });
  expect((await getAllDue(table)).map(({ id, dueAt }) => [id, dueAt])).toEqual([["m", askAt]]);
  expect(lines).toEqual([{ event: "sweep", done: 1, failed: 0, oldestOverdueSeconds: 0 }]);
  expect(world.mailbox).toEqual([]);
});
