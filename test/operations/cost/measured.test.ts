/** What the bill is made from is what the product does now, within a tenth. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Bill } from "../../../infra/operations/cost/bill.ts";
import { type Measured, measure } from "../../../infra/operations/cost/measure.ts";
import { mailsOf } from "../../../infra/operations/cost/quantities.ts";

const cost = new URL("../../../infra/operations/cost/", import.meta.url);
const kept = JSON.parse(readFileSync(new URL("measured.json", cost), "utf8")) as Measured;

/** Each count by its path, such as `perPairMonth.work.wake.awsCalls`. */
const countsIn = (within: object, path: string): [string, number][] =>
  Object.entries(within).flatMap(([name, each]) =>
    typeof each === "number" ? [[`${path}.${name}`, each]] : countsIn(each as object, `${path}.${name}`),
  );
const countsOf = ({ perPairMonth, perIdleStart }: Measured): Map<string, number> =>
  new Map([...countsIn(perPairMonth, "perPairMonth"), ...countsIn(perIdleStart, "perIdleStart")]);

it("is measured anew with npm run cost -- --measure when it has moved", { timeout: 180_000 }, async () => {
  const now = await measure();
  expect({ pairs: now.pairs, months: now.months }).toEqual({ pairs: kept.pairs, months: kept.months });
  const [before, after] = [countsOf(kept), countsOf(now)];
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter((path) => {
    const [was, is] = [before.get(path) ?? 0, after.get(path) ?? 0];
    // What a pair meets less than once in ten months decides nothing.
    return Math.abs(is - was) > Math.max(was / 10, 0.1);
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
  const mails = bill.lines.find(({ thing }) => thing === "mail")!;
  expect(mails.quantity).toBeCloseTo(500 * mailsOf(kept), 6);
  const wrong = spawnSync(process.execPath, [new URL("cost.ts", cost).pathname, "--pairs", "none"], {
    encoding: "utf8",
  });
  expect({ status: wrong.status, said: wrong.stderr }).toEqual({
    status: 2,
    said: '--pairs takes a whole number from 1 to 1000000, not "none".\n',
  });
});
