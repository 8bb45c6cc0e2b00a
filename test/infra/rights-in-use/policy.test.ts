/** The evaluator that the other tests here stand on says what IAM says, and stops at what it does not know. */
import { expect, it } from "vitest";
import { type Ask, type Statement, type Verdict, verdictOn } from "./policy.ts";

const table = "arn:aws:dynamodb:eu-west-1:000000000000:table/one";
const allow = (more: Partial<Statement> = {}): Statement => ({
  Effect: "Allow",
  Action: "dynamodb:GetItem",
  Resource: table,
  ...more,
});
const get: Ask = { action: "dynamodb:GetItem", resource: table };
const mailFrom = (address: string): Ask => ({ ...get, context: { "ses:FromAddress": address } });
const fromUs = { Condition: { StringEquals: { "ses:fromaddress": ["us@example.edu", "me@example.edu"] } } };
const schedule = (rest: string): Ask => ({
  action: "scheduler:CreateSchedule",
  resource: `arn:aws:scheduler:eu-west-1:000000000000:schedule/${rest}`,
});
const schedules = allow({ Action: "scheduler:*", Resource: schedule("ours/*").resource });
const ofSns: Ask = { ...get, by: { Service: "sns.amazonaws.com" } };

it.each<[string, Verdict, Ask, Statement[]]>([
  ["what is named", "allowed", get, [allow()]],
  ["an action in other letters", "allowed", get, [allow({ Action: ["dynamodb:getitem"] })]],
  ["another action", "not allowed", { ...get, action: "dynamodb:PutItem" }, [allow()]],
  ["an action that begins alike", "not allowed", { ...get, action: "dynamodb:GetItems" }, [allow()]],
  ["an index of the table", "not allowed", { ...get, resource: `${table}/index/list` }, [allow()]],
  ["a table that begins alike", "not allowed", { ...get, resource: `${table}-more` }, [allow()]],
  ["one of several resources", "allowed", get, [allow({ Resource: ["arn:aws:s3:::x", table] })]],
  ["nothing said", "not allowed", get, []],
  ["a denial beside a permission", "denied", get, [allow(), allow({ Effect: "Deny", Action: "*" })]],
  ["a denial of something else", "allowed", get, [allow(), allow({ Effect: "Deny", Action: "s3:*" })]],
  ["all that begins so", "allowed", schedule("ours/meeting.1"), [schedules]],
  ["another group", "not allowed", schedule("theirs/meeting.1"), [schedules]],
  [
    "a wildcard that would reach beyond its part",
    "not allowed",
    get,
    [allow({ Resource: "arn:aws:dynamodb:*:table/one" })],
  ],
  ["a part that is any", "allowed", get, [allow({ Resource: table.replace("eu-west-1", "*") })]],
  ["a condition that holds", "allowed", mailFrom("us@example.edu"), [allow(fromUs)]],
  ["its other value", "allowed", mailFrom("me@example.edu"), [allow(fromUs)]],
  ["a condition that does not hold", "not allowed", mailFrom("Us@example.edu"), [allow(fromUs)]],
  ["a condition on what the call does not have", "not allowed", get, [allow(fromUs)]],
  ["a principal that is named", "allowed", ofSns, [allow({ Principal: { Service: ["sns.amazonaws.com"] } })]],
  ["another principal", "not allowed", ofSns, [allow({ Principal: { Service: "ses.amazonaws.com" } })]],
  ["anybody", "allowed", ofSns, [allow({ Principal: { AWS: "*" } })]],
])("%s: %s", (_, verdict, ask, statements) => {
  expect(verdictOn(ask, statements)).toBe(verdict);
});

it.each<[string, object]>([
  ["NotAction", { NotAction: "s3:*" }],
  ["StringLike", { Condition: { StringLike: { "ses:FromAddress": "*" } } }],
  ["policy variables", { Resource: `arn:aws:s3:::x/$${"{aws:username}"}` }],
])("%s is not passed over", (name, more) => {
  expect(() => verdictOn(get, [{ ...allow(), ...more } as Statement])).toThrow(name);
});
