/** A school's monthly bill, from what was measured for one pair and what every school needs whatever its size. */
import { catalogue } from "../../../functions/catalogue.ts";
import { assumptions } from "./assumptions.ts";
import type { Measured } from "./measure.ts";
import { type PricedThing, prices } from "./prices.ts";

export type BillLine = {
  service: string;
  what: string;
  thing: PricedThing;
  quantity: number;
  dollars: number;
  /** True for what every school pays, whatever its size. */
  fixed: boolean;
};

export type Bill = {
  pairs: number;
  lines: readonly BillLine[];
  dollars: number;
  /** The same for a school that is alone in its account, where some things are free for good. */
  dollarsAlone: number;
  /** All of it, shared among the pairs; without alarms. */
  dollarsPerPair: number;
  /** What one more pair costs. */
  dollarsPerFurtherPair: number;
  /** The service with the largest share, and that share between 0 and 1. */
  dominates: { service: string; share: number };
};

type Quantity = [service: string, what: string, thing: PricedThing, quantity: number];

const gigabyte = 1e9;

/** The bill for this many pairs, one or more. */
export function billFor(pairs: number, measured: Measured["perPairMonth"]): Bill {
  const lines = [
    ...perPair(measured).map(([service, what, thing, quantity]) =>
      priced(service, what, thing, quantity * pairs, false),
    ),
    ...perSchool().map(([service, what, thing, quantity]) => priced(service, what, thing, quantity, true)),
  ].filter(({ quantity }) => quantity > 0);
  const dollars = sum(lines);
  const services = [...new Set(lines.map(({ service }) => service))]
    .map((service) => ({ service, share: sum(lines.filter((line) => line.service === service)) / dollars }))
    .sort((one, other) => other.share - one.share);
  return {
    pairs,
    lines,
    dollars,
    dollarsAlone: dollars - freeOf(lines),
    dollarsPerPair: dollars / pairs,
    dollarsPerFurtherPair: sum(lines.filter(({ fixed }) => !fixed)) / pairs,
    dominates: services[0]!,
  };
}

const sum = (lines: readonly BillLine[]): number => lines.reduce((total, { dollars }) => total + dollars, 0);

/** What of these lines a single school would not be asked to pay. */
function freeOf(lines: readonly BillLine[]): number {
  const free = Object.entries(prices.freeForGood) as [keyof typeof prices.freeForGood, number][];
  return free.reduce((total, [thing, most]) => {
    const used = lines
      .filter((line) => line.thing === thing)
      .reduce((all, { quantity }) => all + quantity, 0);
    return total + Math.min(used, most) * prices.each[thing];
  }, 0);
}

const priced = (
  service: string,
  what: string,
  thing: PricedThing,
  quantity: number,
  fixed: boolean,
): BillLine => ({ service, what, thing, quantity, dollars: quantity * prices.each[thing], fixed });

function perPair(measured: Measured["perPairMonth"]): Quantity[] {
  const { logBytes, bytesPerPage, monthsStored, queueRequestsPerWord } = assumptions;
  const { pageRequests, schedules, storedBytes, awsCalls } = measured;
  // Sweeps and openings come by the clock, not by the pair; what they call is in `awsCalls`.
  const working = catalogue.filter(({ opensBy }) => opensBy.by !== "every" && opensBy.by !== "opening-hour");
  const invocations = working.reduce((total, { name }) => total + measured.invocations[name], 0);
  const gigabytes =
    working.reduce((total, { name, memoryMiB }) => total + measured.invocations[name] * memoryMiB, 0) /
    invocations /
    1024;
  const stored = (storedBytes * monthsStored) / gigabyte;
  return [
    ["SES", "mails", "mail", measured.mails],
    ["DynamoDB", "write units", "tableWriteUnit", measured.tableWriteUnits],
    ["DynamoDB", "read units", "tableReadUnit", measured.tableReadUnits],
    ["DynamoDB", "GB stored", "tableGigabyteMonth", stored],
    ["DynamoDB", "GB in backup", "backupGigabyteMonth", stored],
    ["Lambda", "invocations", "invocation", invocations],
    ["Lambda", "GB-seconds", "gigabyteSecond", gigabytes * secondsOf(invocations, awsCalls)],
    ["API Gateway", "requests", "pageRequest", pageRequests],
    ["Scheduler", "schedules fired", "schedule", schedules],
    ["SQS", "requests", "queueRequest", schedules * queueRequestsPerWord],
    ["SNS", "notifications", "notification", measured.mailEvents],
    [
      "CloudWatch logs",
      "GB",
      "logGigabyte",
      (invocations * logBytes.perInvocation + pageRequests * logBytes.perPageRequest) / gigabyte,
    ],
    ["Transfer", "GB", "transferGigabyte", (pageRequests * bytesPerPage) / gigabyte],
  ];
}

/** What runs by the clock even where nothing is due, and the queue that is asked all day. */
function perSchool(): Quantity[] {
  const { hoursPerMonth, queuePollers, logBytes } = assumptions;
  const rounds = catalogue.flatMap(({ opensBy, memoryMiB }) => {
    if (opensBy.by === "every") return [{ times: (hoursPerMonth * 60) / opensBy.minutes, memoryMiB }];
    if (opensBy.by === "opening-hour") return [{ times: hoursPerMonth / 24, memoryMiB }];
    return [];
  });
  const times = rounds.reduce((total, round) => total + round.times, 0);
  const gigabyteSeconds = rounds.reduce(
    (total, round) => total + (round.memoryMiB / 1024) * secondsOf(round.times, round.times),
    0,
  );
  return [
    ["Lambda", "invocations", "invocation", times],
    ["Lambda", "GB-seconds", "gigabyteSecond", gigabyteSeconds],
    ["Scheduler", "schedules fired", "schedule", times],
    // One question each: is anything due?
    ["DynamoDB", "read units", "tableReadUnit", times / 2],
    ["SQS", "polls", "queueRequest", (queuePollers.count * hoursPerMonth * 3600) / queuePollers.seconds],
    ["CloudWatch logs", "GB", "logGigabyte", (times * logBytes.perInvocation) / gigabyte],
  ];
}

function secondsOf(invocations: number, awsCalls: number): number {
  const { millisecondsPerInvocation, millisecondsPerAwsCall, coldStarts } = assumptions;
  const each = millisecondsPerInvocation + coldStarts.share * coldStarts.milliseconds;
  return (invocations * each + awsCalls * millisecondsPerAwsCall) / 1000;
}
