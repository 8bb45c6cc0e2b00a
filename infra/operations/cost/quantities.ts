/** What AWS charges for, from what was measured: what one pair takes in a month, and what every school takes whatever its size. */
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import { assumptions } from "./assumptions.ts";
import type { Measured, Work } from "./measure.ts";
import type { PricedThing } from "./prices.ts";

export type Quantity = readonly [service: string, what: string, thing: PricedThing, quantity: number];

const gigabyte = 1e9;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export const mailsOf = ({ perPairMonth }: Measured): number => sum(Object.values(perPairMonth.mailsByLetter));

export function quantitiesOfPair(measured: Measured): Quantity[] {
  const { logBytes, bytesPerPage, queueRequestsPerWord } = assumptions;
  const pair = measured.perPairMonth;
  const invocations = sum(Object.values(pair.work).map((work) => work.invocations));
  const logged = invocations * logBytes.perInvocation + pair.pageRequests * logBytes.perPageRequest;
  return [
    ["SES", "mails", "mail", mailsOf(measured)],
    ["SES", "GB attached", "attachedGigabyte", pair.attachedBytes / gigabyte],
    ["DynamoDB", "write units", "tableWriteUnit", sum(Object.values(pair.writeUnitsByKind))],
    ["DynamoDB", "read units", "tableReadUnit", pair.tableReadUnits],
    ["DynamoDB", "GB stored", "tableGigabyteMonth", pair.storedBytes / gigabyte],
    ["DynamoDB", "GB in backup", "backupGigabyteMonth", pair.backedUpBytes / gigabyte],
    ["Lambda", "invocations", "invocation", invocations],
    ["Lambda", "GB-seconds", "gigabyteSecond", gigabyteSeconds(pair.work)],
    ["API Gateway", "requests", "pageRequest", pair.pageRequests],
    ["Scheduler", "schedules fired", "schedule", pair.schedules],
    ["SQS", "requests", "queueRequest", pair.schedules * queueRequestsPerWord],
    ["SNS", "notifications", "notification", pair.mailEvents],
    ["CloudWatch logs", "GB", "logGigabyte", logged / gigabyte],
    ["Transfer", "GB", "transferGigabyte", (pair.pageRequests * bytesPerPage + pair.mailBytes) / gigabyte],
  ];
}

/** What runs by the clock even where nothing is due, and the queue that is asked all day. */
export function quantitiesOfSchool({ perIdleStart }: Measured): Quantity[] {
  const { hoursPerMonth, queuePollers, logBytes } = assumptions;
  const rounds = catalogue.flatMap(({ name, opensBy }) => {
    if (opensBy.by === "every") return [{ name, times: (hoursPerMonth * 60) / opensBy.minutes }];
    if (opensBy.by === "opening-hour") return [{ name, times: hoursPerMonth / 24 }];
    return [];
  });
  const work = rounds.map(({ name, times }) => {
    const awsCalls = times * (perIdleStart[name]?.awsCalls ?? 0);
    return [name, { invocations: times, awsCalls }] as const;
  });
  const starts = sum(rounds.map(({ times }) => times));
  const perStart = (unit: "tableReadUnits" | "tableWriteUnits"): number =>
    sum(rounds.map(({ name, times }) => times * (perIdleStart[name]?.[unit] ?? 0)));
  return [
    ["DynamoDB", "write units", "tableWriteUnit", perStart("tableWriteUnits")],
    ["DynamoDB", "read units", "tableReadUnit", perStart("tableReadUnits")],
    ["Lambda", "invocations", "invocation", starts],
    ["Lambda", "GB-seconds", "gigabyteSecond", gigabyteSeconds(Object.fromEntries(work))],
    ["Scheduler", "schedules fired", "schedule", starts],
    ["SQS", "polls", "queueRequest", (queuePollers.count * hoursPerMonth * 3600) / queuePollers.seconds],
    ["CloudWatch logs", "GB", "logGigabyte", (starts * logBytes.perInvocation) / gigabyte],
  ];
}

/** By the memory of each function, for as long as it works and waits for AWS. */
function gigabyteSeconds(work: Readonly<Partial<Record<FunctionName, Work>>>): number {
  const { millisecondsPerInvocation, millisecondsPerAwsCall, coldStarts } = assumptions;
  const each = millisecondsPerInvocation + coldStarts.share * coldStarts.milliseconds;
  return sum(
    catalogue.map(({ name, memoryMiB }) => {
      const { invocations, awsCalls } = work[name] ?? { invocations: 0, awsCalls: 0 };
      return ((memoryMiB / 1024) * (invocations * each + awsCalls * millisecondsPerAwsCall)) / 1000;
    }),
  );
}
