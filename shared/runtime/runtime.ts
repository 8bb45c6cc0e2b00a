/** What a function runs on: its school, its clock, its randomness and its AWS clients. Functions get all of it from here. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { SchedulerClient } from "@aws-sdk/client-scheduler";
import type { SESClient } from "@aws-sdk/client-ses";
import type { School } from "../domain/school.ts";
import type { Instant } from "../domain/time.ts";

/** One line of the log: what happened, with ids and counts. Never a name, an address or a text. */
export type LogLine = { event: string } & Record<string, string | number | boolean | undefined>;

export type Runtime = {
  school: School;
  /** Root of the school's pages, without a slash at the end; the only source of links. */
  siteUrl: string;
  now: () => Instant;
  /** Lets so much time pass. Only where nobody waits for an answer, or for a moment. */
  wait: (milliseconds: number) => Promise<void>;
  /** Unpredictable bytes for links, ids and tokens. */
  randomBytes: (count: number) => Uint8Array;
  tableName: string;
  dynamodb: DynamoDBClient;
  ses: SESClient;
  /** The SES configuration set whose events settle each message. */
  configurationSet: string;
  scheduler: SchedulerClient;
  /** Where one-time schedules live, whom they wake, and the role that lets them. */
  clock: { groupName: string; queueArn: string; roleArn: string };
  log: (line: LogLine) => void;
};
