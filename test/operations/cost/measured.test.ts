/** What the bill is made from is what the product does now, within a tenth. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Bill } from "../../../infra/operations/cost/bill.ts";
import { type Measured, measure } from "../../../infra/operations/cost/measure.ts";

const cost = new URL("../../../infra/operations/cost/", import.meta.url);
const kept = JSON.parse(readFileSync(new URL("measured.json", cost), "utf8")) as Measured;

it("is measured anew with npm run cost -- --measure when it has moved", { timeout: 180_000 }, async () => {
  const now = await measure();
  expect({ pairs: now.pairs, months: now.months }).toEqual({ pairs: kept.pairs, months: kept.months });
  const numbers = ({ perPairMonth: { invocations: _, ...rest } }: Measured) => rest;
  const moved = Object.entries(numbers(now)).filter(([name, value]) => {
    const before = numbers(kept)[name as keyof ReturnType<typeof numbers>];
    return Math.abs(value - before) > before / 10;
  });
  expect(moved).toEqual([]);
});

it("is what the command prices", () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [new URL("cost.ts", cost).pathname, "--pairs", "500", "--json"],
    { encoding: "utf8" },
  );
  expect(status).toBe(0);
  const bill = JSON.parse(stdout) as Bill;
  const mails = bill.lines.find(({ service }) => service === "SES")!;
  expect(mails.quantity).toBeCloseTo(500 * kept.perPairMonth.mails, 6);
  const wrong = spawnSync(process.execPath, [new URL("cost.ts", cost).pathname, "--pairs", "none"], {
    encoding: "utf8",
  });
  expect({ status: wrong.status, said: wrong.stderr }).toEqual({
    status: 2,
    said: '--pairs takes a whole number from 1 to 1000000, not "none".\n',
  });
});
