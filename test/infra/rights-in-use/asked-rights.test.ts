/** What AWS asks for when a call arrives, for each kind of call that the product makes and some that it must not. */
import { expect, it } from "vitest";
import type { Call, Service } from "../../../infra/local/wire.ts";
import { askedRights } from "./asked-rights.ts";

const asked = (service: Service, operation: string, body: object | string, more: Partial<Call> = {}) =>
  askedRights(
    {
      service,
      operation,
      method: "POST",
      path: "/",
      query: {},
      headers: {},
      body: typeof body === "string" ? body : JSON.stringify(body),
      ...more,
    },
    ["example.edu", "dean@example.edu"],
  ).map(
    ({ action, resource, context }) =>
      `${action} on ${resource.replace("eu-west-1:000000000000:", "")}${context ? ` ${Object.values(context)}` : ""}`,
  );

const TableName = "one";
it.each<[string, object, string[]]>([
  ["GetItem", { TableName }, ["dynamodb:GetItem on arn:aws:dynamodb:table/one"]],
  ["Scan", { TableName }, ["dynamodb:Scan on arn:aws:dynamodb:table/one"]],
  ["Query", { TableName }, ["dynamodb:Query on arn:aws:dynamodb:table/one"]],
  ["Query", { TableName, IndexName: "due" }, ["dynamodb:Query on arn:aws:dynamodb:table/one/index/due"]],
  [
    "BatchGetItem",
    { RequestItems: { one: {}, two: {} } },
    ["one", "two"].map((name) => `dynamodb:BatchGetItem on arn:aws:dynamodb:table/${name}`),
  ],
  [
    "TransactWriteItems",
    {
      TransactItems: [
        { Put: { TableName } },
        { Update: { TableName } },
        { Delete: { TableName } },
        { ConditionCheck: { TableName: "two" } },
      ],
    },
    [
      "dynamodb:PutItem on arn:aws:dynamodb:table/one",
      "dynamodb:UpdateItem on arn:aws:dynamodb:table/one",
      "dynamodb:DeleteItem on arn:aws:dynamodb:table/one",
      "dynamodb:ConditionCheckItem on arn:aws:dynamodb:table/two",
    ],
  ],
])("of the table: %s", (operation, request, rights) => {
  expect(asked("dynamodb", operation, request)).toEqual(rights);
});

const mail = (from: string, more: Record<string, string> = {}) =>
  new URLSearchParams({
    Action: "SendRawEmail",
    "RawMessage.Data": Buffer.from(`From: ${from}\r\nTo: a@example.edu\r\n\r\nHello`).toString("base64"),
    ...more,
  }).toString();
const send = "ses:SendRawEmail on arn:aws:ses:";

it.each<[string, string, string[]]>([
  [
    "from an address of a domain that is known",
    mail('"The programme, all of it" <us@example.edu>', { Source: "us@example.edu" }),
    [`${send}identity/example.edu us@example.edu`],
  ],
  [
    "from an address that is known itself",
    mail("dean@example.edu"),
    [`${send}identity/dean@example.edu dean@example.edu`],
  ],
  [
    "with a configuration set",
    mail("us@example.edu", { ConfigurationSetName: "events" }),
    [`${send}identity/example.edu us@example.edu`, `${send}configuration-set/events us@example.edu`],
  ],
  [
    "in another's name",
    mail("Dean <dean@example.com>", { Source: "us@example.edu" }),
    [`${send}identity/example.edu dean@example.com`],
  ],
])("of SES: a mail %s", (_, form, rights) => {
  expect(asked("ses", "SendRawEmail", form)).toEqual(rights);
});

it.each<[string, object, Partial<Call>, string[]]>([
  [
    "set in a group, with a role for Scheduler",
    { GroupName: "ours", Target: { RoleArn: "arn:aws:iam::000000000000:role/clock" } },
    { path: "/schedules/meeting.a.1" },
    [
      "scheduler:CreateSchedule on arn:aws:scheduler:schedule/ours/meeting.a.1",
      "iam:PassRole on arn:aws:iam::000000000000:role/clock scheduler.amazonaws.com",
    ],
  ],
  [
    "set in no group",
    {},
    { path: "/schedules/a" },
    ["scheduler:CreateSchedule on arn:aws:scheduler:schedule/default/a"],
  ],
  [
    "removed",
    {},
    { method: "DELETE", path: "/schedules/a%2Eb", query: { groupName: "ours" } },
    ["scheduler:DeleteSchedule on arn:aws:scheduler:schedule/ours/a.b"],
  ],
  [
    "listed with the others of its group",
    {},
    { method: "GET", path: "/schedules", query: { ScheduleGroup: "ours" } },
    ["scheduler:ListSchedules on arn:aws:scheduler:schedule/*/*"],
  ],
])("of Scheduler: a schedule %s", (_, request, more, rights) => {
  expect(asked("scheduler", "", request, more)).toEqual(rights);
});
