/** The meter knows what an Update leaves, and says so where it does not. */
import { expect, it } from "vitest";
import { afterUpdate } from "../../../infra/operations/cost/after-update.ts";

const Key = { pk: { S: "person#a" }, sk: { S: "busy#2026-12-10" } };
const values = { ":taken": { NULL: true }, ":one": { N: "1" }, ":later": { N: "1780000000" } };
const update = (UpdateExpression: string, before?: Record<string, Record<string, unknown>>) =>
  afterUpdate(before, { Key, UpdateExpression, ExpressionAttributeValues: values });

it.each([
  ["SET c1 = :taken, c2 = :taken", undefined, { c1: { NULL: true }, c2: { NULL: true } }],
  ["SET forgetAfter = :later REMOVE c1, c2", { c1: { NULL: true } }, { forgetAfter: { N: "1780000000" } }],
  [
    "ADD settled :one, bounced :one SET forgetAfter = :later",
    { settled: { N: "41" } },
    {
      settled: { N: "42" },
      bounced: { N: "1" },
      forgetAfter: { N: "1780000000" },
    },
  ],
])("%s", (expression, before, after) => {
  expect(update(expression, before && { ...Key, ...before })).toEqual({ ...Key, ...after });
});

it.each([
  "SET settled = settled + :one",
  "SET list.place = :one",
  "DELETE names :one",
  "REMOVE list[1]",
  "SET c1 = :unknown",
])("%s is not counted but refused", (expression) => {
  expect(() => update(expression)).toThrow("Update");
});
