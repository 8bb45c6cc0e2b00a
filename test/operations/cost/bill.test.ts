/** The bill adds up, and says what grows, what does not, and what dominates. */
import { expect, it } from "vitest";
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import { billFor } from "../../../infra/operations/cost/bill.ts";
import { billInWords } from "../../../infra/operations/cost/bill-in-words.ts";
import type { Measured } from "../../../infra/operations/cost/measure.ts";

const nothing = Object.fromEntries(catalogue.map(({ name }) => [name, 0])) as Record<FunctionName, number>;
const measured: Measured["perPairMonth"] = {
  mails: 10,
  mailEvents: 20,
  pageRequests: 5,
  schedules: 10,
  tableWriteUnits: 400,
  tableReadUnits: 200,
  storedBytes: 30_000,
  awsCalls: 200,
  invocations: { ...nothing, "mail-events": 20 },
};

it("prices a thousand pairs", () => {
  const bill = billFor(1000, measured);
  const line = (service: string, what: string) => {
    const { quantity, dollars } = bill.lines.find((it) => it.service === service && it.what === what)!;
    return { quantity, dollars: Number(dollars.toFixed(6)) };
  };
  expect(line("SES", "mails")).toEqual({ quantity: 10_000, dollars: 1 });
  expect(line("DynamoDB", "write units")).toEqual({ quantity: 400_000, dollars: 0.25 });
  expect(line("DynamoDB", "read units")).toEqual({ quantity: 200_000, dollars: 0.025 });
  expect(line("SQS", "polls")).toEqual({ quantity: 657_000, dollars: 0.2628 });
  expect(bill.dominates.service).toBe("SES");
  expect(bill.dollars).toBeCloseTo(
    bill.lines.reduce((sum, { dollars }) => sum + dollars, 0),
    10,
  );
  expect(bill.dollarsAlone).toBeLessThan(bill.dollars - 0.26);
});

it("shares what every school has among its pairs", () => {
  const [one, many] = [billFor(1, measured), billFor(1_000_000, measured)];
  const fixed = one.dollars - one.dollarsPerFurtherPair;
  expect(many.dollars).toBeCloseTo(fixed + 1_000_000 * one.dollarsPerFurtherPair, 6);
  expect(one.dominates.service).toBe("SQS");
});

it("says whether a pair is within the aim", () => {
  const verdict = (mails: number) =>
    /month; one pair more costs .*/.exec(billInWords(billFor(1_000_000, { ...measured, mails })))![0];
  expect(verdict(10)).toContain("Both are above the aim of $0.0010.");
  expect(verdict(1)).toContain("That is within the aim of $0.0010.");
  expect(billInWords(billFor(100, { ...measured, mails: 1 }))).toContain(
    "The pair itself is within the aim of $0.0010; what every school has is above it.",
  );
});
