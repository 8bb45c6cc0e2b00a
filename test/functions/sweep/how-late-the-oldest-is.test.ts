/** Each sweep ends with one line of the log that says how late the oldest open duty is; an alarm listens for it. */
import { expect, it } from "vitest";
import { sweep } from "../../../functions/sweep/index.ts";
import { minute } from "../../../shared/domain/time.ts";
import { put, transact } from "../../../shared/records/table.ts";
import type { LogLine } from "../../../shared/runtime/runtime.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";
import { openSmallWorld } from "../../local/small-world.ts";

it("nothing due is 0 seconds; a duty that stays open is told by its age", async () => {
  const { runtime, close } = await openSmallWorld();
  const lines: LogLine[] = [];
  const listening = { ...runtime, log: (line: LogLine) => lines.push(line) };
  await sweep(listening)();
  // Of a kind that no sweep knows, so that it stays.
  const table = tableOf(runtime);
  const stays = {
    pk: "duty#1",
    sk: "of-a-later-version",
    dueList: "open",
    dueAt: runtime.now() - 40 * minute,
  };
  await transact(table, [put(table, stays, undefined, "there-already")], newAttemptToken(runtime));
  await sweep(listening)();
  expect(lines.filter(({ event }) => event === "sweep")).toEqual([
    { event: "sweep", done: 0, failed: 0, oldestOverdueSeconds: 0 },
    { event: "sweep", done: 1, failed: 0, oldestOverdueSeconds: 2400 },
  ]);
  await close();
});
