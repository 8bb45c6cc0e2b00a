/** A clock is never behind the last answer of the table, and otherwise goes its own way. */
import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it, test } from "vitest";
import { dynamodbClient } from "../../infra/local/clients.ts";
import { createTable } from "../../infra/local/dynamodb/create-table.ts";
import { openTable } from "../../infra/local/dynamodb/table.ts";
import { answer } from "../../infra/local/wire.ts";
import { day, hour, minute, second } from "../../shared/domain/time.ts";
import { type HearingClock, neverBehind, onEachAnswer } from "../../shared/runtime/never-behind.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";

const noon = inNewYork("2026-12-09 12:00");

describe("by what it hears", () => {
  let own: number;
  let clock: HearingClock;
  beforeEach(() => {
    own = noon;
    clock = neverBehind(() => own);
  });

  test.each<[string, wrongBy: number, goesBy: number]>([
    ["an hour behind is put right", -hour, 0],
    ["two minutes behind are put right", -2 * minute, 0],
    ["a clock that is right stays", 0, 0],
    ["a clock ahead stays: an answer is in the past", 2 * minute, 2 * minute],
    ["a day behind is another time that somebody plays", -day, -day],
    ["years ahead are another time too", 365 * day, 365 * day],
  ])("%s", (_, wrongBy, goesBy) => {
    own = noon + wrongBy;
    clock.hear(noon);
    expect(clock.now()).toBe(noon + goesBy);
  });

  it("goes on by itself between two answers", () => {
    own = noon - hour;
    clock.hear(noon);
    own += 90 * second;
    expect(clock.now()).toBe(noon + 90 * second);
  });

  it("does not go back for an answer that was long on its way", () => {
    own = noon - hour;
    clock.hear(noon);
    own += 20 * second;
    clock.hear(noon + second);
    expect(clock.now()).toBe(noon + 20 * second);
  });

  it("is put right by less once somebody has put it right in part", () => {
    own = noon - hour;
    clock.hear(noon);
    own = noon - 30 * minute;
    clock.hear(noon);
    expect(clock.now()).toBe(noon);
  });

  it("is its own again once somebody has put it right", () => {
    own = noon - hour;
    clock.hear(noon);
    own = noon + second;
    clock.hear(noon);
    expect(clock.now()).toBe(noon + second);
  });
});

describe("by what a client is answered", () => {
  const command = new GetItemCommand({ TableName: "school", Key: { pk: { S: "a" }, sk: { S: "it" } } });
  const heardBy = (client: DynamoDBClient): number[] => {
    const heard: number[] = [];
    onEachAnswer(client, (at) => void heard.push(at));
    return heard;
  };

  it("an answer tells its second", async () => {
    const client = dynamodbClient(openTable("school", () => noon + 1999, false).answer);
    await createTable(client, "school");
    const heard = heardBy(client);
    await client.send(command);
    expect(heard).toEqual([noon + second]);
  });

  it("so does each refusal of a call that is tried again", async () => {
    const busy = JSON.stringify({ __type: "com.amazon.coral.availability#ThrottlingException" });
    const headers = { date: new Date(noon).toUTCString() };
    const client = dynamodbClient(async () => answer(400, "application/x-amz-json-1.0", busy, headers));
    const heard = heardBy(client);
    await expect(client.send(command)).rejects.toMatchObject({ name: "ThrottlingException" });
    expect(heard).toEqual([noon, noon, noon]);
  });

  it.each([{}, { date: "yesterday" }])("an answer with %o tells nothing", async (headers) => {
    const client = dynamodbClient(async () => answer(200, "application/x-amz-json-1.0", "{}", headers));
    const heard = heardBy(client);
    expect(await client.send(command)).not.toHaveProperty("Item");
    expect(heard).toEqual([]);
  });
});
