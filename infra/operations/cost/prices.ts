/** What AWS asks for what a school uses, in one place. List prices of us-east-1, without any free tier; check them before relying on a sum. */
export const prices = {
  /** When these were written down, from the services' public price pages as we know them. */
  asOf: "2026-11-24",
  region: "us-east-1",
  currency: "USD",
  /** They change every year or so; the pages to check. */
  sources: [
    "https://aws.amazon.com/ses/pricing/",
    "https://aws.amazon.com/dynamodb/pricing/on-demand/",
    "https://aws.amazon.com/lambda/pricing/",
    "https://aws.amazon.com/api-gateway/pricing/",
    "https://aws.amazon.com/eventbridge/pricing/",
    "https://aws.amazon.com/sqs/pricing/",
    "https://aws.amazon.com/sns/pricing/",
    "https://aws.amazon.com/cloudwatch/pricing/",
  ],
  /** For one of each. */
  each: {
    mail: 0.1 / 1_000,
    /** What goes along with a mail as a file. */
    attachedGigabyte: 0.12,
    tableWriteUnit: 0.625 / 1_000_000,
    tableReadUnit: 0.125 / 1_000_000,
    tableGigabyteMonth: 0.25,
    /** Point-in-time recovery. */
    backupGigabyteMonth: 0.2,
    invocation: 0.2 / 1_000_000,
    /** Lambda on arm64. */
    gigabyteSecond: 0.0000133334,
    pageRequest: 1 / 1_000_000,
    schedule: 1 / 1_000_000,
    queueRequest: 0.4 / 1_000_000,
    notification: 0.5 / 1_000_000,
    logGigabyte: 0.5,
    transferGigabyte: 0.09,
    alarmMonth: 0.1,
    metricMonth: 0.3,
  },
  /** What is free for good in each account and month; what is free in the first year only is left out. */
  freeForGood: {
    invocation: 1_000_000,
    gigabyteSecond: 400_000,
    schedule: 14_000_000,
    queueRequest: 1_000_000,
    notification: 1_000_000,
    tableGigabyteMonth: 25,
    logGigabyte: 5,
    transferGigabyte: 100,
    alarmMonth: 10,
    metricMonth: 10,
  },
} as const;

export type PricedThing = keyof typeof prices.each;
