/** Optional mail stops at 4 % bounces or 0.08 % complaints, counted over 200 mails at the least. */
import { expect, it } from "vitest";
import { addUp, reasonToBrake } from "../../shared/domain/mail-brake.ts";

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

it("adds the days up", () => {
  const days = [
    { settled: 150, bounced: 3, complained: 0 },
    { settled: 50, bounced: 5, complained: 1 },
  ];
  expect(addUp(days)).toEqual({ settled: 200, bounced: 8, complained: 1 });
});
