/** Optional mail stops at 4 % bounces or 0.08 % complaints, counted over 200 mails at the least. */
import { expect, it } from "vitest";
import { reasonToBrake, tallyOf } from "../../shared/domain/mail-brake.ts";

it.each([
  [{ settled: 199, bounced: 199, complained: 199 }, undefined],
  [{ settled: 200, bounced: 7, complained: 0 }, undefined],
  [{ settled: 200, bounced: 8, complained: 0 }, "bounces"],
  [{ settled: 1249, bounced: 0, complained: 0 }, undefined],
  [{ settled: 1251, bounced: 0, complained: 1 }, undefined],
  [{ settled: 1250, bounced: 0, complained: 1 }, "complaints"],
  [{ settled: 1000, bounced: 40, complained: 1 }, "bounces"],
])("%j brakes for %s", (tally, reason) => {
  expect(reasonToBrake(tally)).toBe(reason);
});

it("counts only what was sent and has come to an end", () => {
  const ended = ["delivered", "bounced", "complained", "delivered", "bounced"] as const;
  const others = ["planned", "sending", "accepted", "cancelled", "suppressed", "failed", "unknown"] as const;
  expect(tallyOf([...ended, ...others])).toEqual({ settled: 5, bounced: 2, complained: 1 });
});
