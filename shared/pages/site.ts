/** What every page needs to know of the school it belongs to. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { html } from "hono/html";
import type { School } from "../domain/school.ts";
import type { Instant } from "../domain/time.ts";

/** A piece of a page; whatever was put into it is escaped. */
export type Html = ReturnType<typeof html>;

/** The part of a function's runtime that pages stand on. */
export type Site = {
  school: School;
  /** Root of the school's pages, without a slash at the end. */
  siteUrl: string;
  now: () => Instant;
  tableName: string;
  dynamodb: DynamoDBClient;
  log: (line: { event: string } & Record<string, string | number | boolean | undefined>) => void;
};
