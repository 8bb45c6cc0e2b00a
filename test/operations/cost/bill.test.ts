/** The bill adds up, and says what grows, what does not, what is free and what dominates. */
import { expect, it } from "vitest";
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import { billFor } from "../../../infra/operations/cost/bill.ts";
import { billInWords } from "../../../infra/operations/cost/bill-in-words.ts";
import type { Measured, Work } from "../../../infra/operations/cost/measure.ts";

const noWork = Object.fromEntries(
  catalogue.map(({ name }) => [name, { invocations: 0, awsCalls: 0 }]),
) as Record<FunctionName, Work>;

const measured: Measured = {
  roster: "a roster",
  pairs: 40,
  months: ["2027-01", "2027-02"],
  perPairMonth: {
    mailsByLetter: { invite: 6, reminder: 4 },
    mailBytes: 60_000,
    attachedBytes: 4_000,
    mailEvents: 20,
    pageRequests: 5,
    schedules: 10,
    writeUnitsByKind: { message: 250, checks: 150 },
    tableReadUnits: 200,
    storedBytes: 200_000,
    backedUpBytes: 100_000,
    work: { ...noWork, "mail-events": { invocations: 20, awsCalls: 40 } },
  },
  perIdleStart: {
    sweep: { awsCalls: 3, tableWriteUnits: 0, tableReadUnits: 2 },
    "open-month": { awsCalls: 8, tableWriteUnits: 0, tableReadUnits: 4.5 },
  },
};
const withMails = (invite: number): Measured => ({
  ...measured,
  perPairMonth: { ...measured.perPairMonth, mailsByLetter: { invite } },
});

it("prices each thing that a thousand pairs and their school use", () => {
  const priced = billFor(1000, measured).lines.map(({ service, what, quantity, dollars, fixed }) => {
    const [many, price] = [Number(quantity.toFixed(4)), dollars.toFixed(4)];
    return `${service}, ${many} ${what}: $${price}${fixed ? " for the school" : ""}`;
  });
  expect(priced).toEqual([
    "DynamoDB, 17656.875 read units: $0.0022 for the school",
    "Lambda, 8790.4167 invocations: $0.0018 for the school",
    "Lambda, 2110.6125 GB-seconds: $0.0281 for the school",
    "Scheduler, 8790.4167 schedules fired: $0.0088 for the school",
    "SQS, 657000 polls: $0.2628 for the school",
    "CloudWatch logs, 0.0062 GB: $0.0031 for the school",
    "SES, 10000 mails: $1.0000",
    "SES, 0.004 GB attached: $0.0005",
    "DynamoDB, 400000 write units: $0.2500",
    "DynamoDB, 200000 read units: $0.0250",
    "DynamoDB, 0.2 GB stored: $0.0500",
    "DynamoDB, 0.1 GB in backup: $0.0200",
    "Lambda, 20000 invocations: $0.0040",
    "Lambda, 1155 GB-seconds: $0.0154",
    "API Gateway, 5000 requests: $0.0050",
    "Scheduler, 10000 schedules fired: $0.0100",
    "SQS, 30000 requests: $0.0120",
    "SNS, 20000 notifications: $0.0100",
    "CloudWatch logs, 0.0158 GB: $0.0079",
    "Transfer, 0.12 GB: $0.0108",
  ]);
});

it("adds up, and asks nothing for what is free", () => {
  const { lines, listPrice, alone } = billFor(1000, measured);
  const sum = (price: "dollars" | "dollarsAlone") => lines.reduce((total, line) => total + line[price], 0);
  expect(listPrice.dollars).toBeCloseTo(sum("dollars"), 10);
  expect(alone.dollars).toBeCloseTo(sum("dollarsAlone"), 10);
  const free = lines.filter(({ dollarsAlone }) => dollarsAlone === 0).map(({ service }) => service);
  expect([...new Set(free)]).toEqual([
    "Lambda",
    "Scheduler",
    "SQS",
    "CloudWatch logs",
    "DynamoDB",
    "SNS",
    "Transfer",
  ]);
});

it("gives what is free once, to what every school has and then to the pairs", () => {
  const queue = billFor(100_000, measured).lines.filter(({ thing }) => thing === "queueRequest");
  expect(queue.map(({ quantity, dollarsAlone }) => [quantity, Number(dollarsAlone.toFixed(4))])).toEqual([
    [657_000, 0],
    [3_000_000, 1.0628],
  ]);
});

it("shares what every school has among its pairs", () => {
  const [one, many] = [billFor(1, measured).listPrice, billFor(1_000_000, measured).listPrice];
  const fixed = one.dollars - one.dollarsPerFurtherPair;
  expect(many.dollars).toBeCloseTo(fixed + 1_000_000 * one.dollarsPerFurtherPair, 6);
  expect(many.dollarsPerPair).toBeCloseTo(many.dollarsPerFurtherPair, 6);
});

it("names the service that dominates", () => {
  expect(billFor(1, measured).dominates.service).toBe("SQS");
  expect(billFor(1000, measured).dominates.service).toBe("SES");
});

it.each([
  ["by both prices", 100_000, 4, "within it with $0.00082", "within it with $0.00072", "$0.00040"],
  [
    "only where it is alone in its account",
    500,
    5,
    "above it with $0.00153",
    "within it with $0.00080",
    "$0.00050",
  ],
  ["by neither price", 100_000, 10, "above it with $0.00142", "above it with $0.00132", "$0.00100"],
])("says that a pair is within the aim %s", (_when, pairs, mails, byList, alone, forMails) => {
  const rare = withMails(mails);
  expect(billInWords(billFor(pairs, rare), rare)).toContain(
    `The aim is at most $0.00100 for a pair: by list price this school is ${byList},\n` +
      `alone in its account ${alone}. A pair's mails alone cost ${forMails}.\n`,
  );
});

it("says what watching a school costs on top", () => {
  expect(billInWords(billFor(500, measured), measured)).toContain(
    "\nOn top come, for a month:\n" +
      "  23 alarms at $0.10: $2.30 by list price, $1.30 alone;\n" +
      "  7 metrics of our own at $0.30: at most $2.10 by list price, $0.0000 alone. Each is paid for while it has values.\n\n",
  );
});

it("writes large sums as a bank does", () => {
  expect(billInWords(billFor(1_000_000, measured), measured)).toMatch(
    /SES {13}mails +10,000,000 +\$1,000\.00 /,
  );
});
