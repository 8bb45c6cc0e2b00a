/** A function may do what its `may` says, what its opener needs, and write its own log: nothing else, on nothing else. */
import { describe, expect, it } from "vitest";
import { catalogue, type FunctionEntry, type Permission } from "../../functions/catalogue.ts";
import { inWords, ofType, pascal, stacksOf, theOne } from "./stack-of.ts";

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };

const [house] = stacksOf("riverside") as [ReturnType<typeof stacksOf>[number]];
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const idOf = (type: string, begins?: string): string => theOne(house, type, begins)[0];

const statementsOf = (role: string): Statement[] =>
  ofType(house, "AWS::IAM::Policy")
    .filter(([, { Properties }]) => (Properties.Roles as unknown[]).some((one) => inWords(one) === role))
    .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);

/** `action on resource`, one line for each pair. */
const linesOf = (statements: readonly Statement[]): string[] =>
  statements
    .flatMap(({ Action, Resource }) =>
      list(Action).flatMap((action) => list(Resource).map((resource) => `${action} on ${inWords(resource)}`)),
    )
    .sort();

const table = `${idOf("AWS::DynamoDB::Table")}.Arn`;
const clockQueue = `${idOf("AWS::SQS::Queue", "ClockQueue")}.Arn`;
const lostStarts = `${idOf("AWS::SQS::Queue", "LostStarts")}.Arn`;
const clockRole = idOf("AWS::IAM::Role", "ClockRole");
const arn = (service: string, rest: string) =>
  `arn:AWS::Partition:${service}:AWS::Region:AWS::AccountId:${rest}`;

const rights: Record<Permission, string[]> = {
  "read-table": [`dynamodb:GetItem on ${table}`, `dynamodb:BatchGetItem on ${table}`],
  "search-table": [`dynamodb:Query on ${table}`, `dynamodb:Query on ${table}/index/list`],
  "find-due": [`dynamodb:Query on ${table}/index/due`],
  "write-table": ["PutItem", "UpdateItem"].map((one) => `dynamodb:${one} on ${table}`),
  "remove-from-table": [`dynamodb:DeleteItem on ${table}`],
  "send-mail": [
    `dynamodb:ConditionCheckItem on ${table}`,
    `ses:SendRawEmail on ${arn("ses", "identity/mentoring@riverside.example.edu")}`,
    `ses:SendRawEmail on ${arn("ses", "identity/riverside.example.edu")}`,
    `ses:SendRawEmail on ${arn("ses", `configuration-set/${idOf("AWS::SES::ConfigurationSet", "ConfigurationSet")}`)}`,
  ],
  "set-clock": [
    `scheduler:CreateSchedule on ${arn("scheduler", "schedule/ClockGroup/*")}`,
    `iam:PassRole on ${clockRole}.Arn`,
  ],
};

const openerRights = ({ opensBy }: FunctionEntry): string[] => {
  if (opensBy.by === "clock-queue")
    return [
      "ReceiveMessage",
      "ChangeMessageVisibility",
      "GetQueueUrl",
      "DeleteMessage",
      "GetQueueAttributes",
    ].map((one) => `sqs:${one} on ${clockQueue}`);
  if (opensBy.by === "mail-events")
    return ["SendMessage", "GetQueueAttributes", "GetQueueUrl"].map((one) => `sqs:${one} on ${lostStarts}`);
  return [];
};

describe("rights", () => {
  it.each(catalogue)("$name has exactly the rights of its row", (entry) => {
    const log = `${idOf("AWS::Logs::LogGroup", pascal(entry.name))}.Arn`;
    const expected = [
      `logs:CreateLogStream on ${log}`,
      `logs:PutLogEvents on ${log}`,
      ...entry.may.flatMap((permission) => rights[permission]),
      ...openerRights(entry),
    ];
    expect(linesOf(statementsOf(idOf("AWS::IAM::Role", `${pascal(entry.name)}Role`)))).toEqual(
      expected.sort(),
    );
  });

  it("the clock's role may put a word on the clock's queue, and nothing else", () => {
    expect(linesOf(statementsOf(clockRole))).toEqual([`sqs:SendMessage on ${clockQueue}`]);
  });

  it.each(["Sweep", "OpenMonth"])("the schedule of %s may start it and report a lost start", (name) => {
    expect(linesOf(statementsOf(idOf("AWS::IAM::Role", `${name}ScheduleRole`)))).toEqual([
      `lambda:InvokeFunction on ${idOf("AWS::Lambda::Function", name)}.Arn`,
      `sqs:SendMessage on ${lostStarts}`,
    ]);
  });

  it("mail goes out from the school's own address only, and a role goes to Scheduler only", () => {
    const conditions = ofType(house, "AWS::IAM::Policy")
      .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement)
      .filter(({ Action }) => list(Action).some((action) => /^(ses|iam):/.test(action)))
      .map(({ Action, Condition }) => `${Action} ${JSON.stringify(Condition)}`);
    expect([...new Set(conditions)].sort()).toEqual([
      'iam:PassRole {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}',
      'ses:SendRawEmail {"StringEquals":{"ses:FromAddress":"mentoring@riverside.example.edu"}}',
    ]);
  });

  it("the only wildcard is the schedules of the school's own group, whose names are made at run time", () => {
    const wild = ofType(house, "AWS::IAM::Policy")
      .flatMap(([, { Properties }]) =>
        linesOf((Properties.PolicyDocument as { Statement: Statement[] }).Statement),
      )
      .filter((line) => line.includes("*"));
    expect([...new Set(wild)]).toEqual([
      `scheduler:CreateSchedule on ${arn("scheduler", "schedule/ClockGroup/*")}`,
    ]);
  });

  it("no role carries a policy that AWS keeps, and none is written in line", () => {
    const roles = ofType(house, "AWS::IAM::Role").map(([, { Properties }]) => Properties);
    expect(roles.filter(({ ManagedPolicyArns, Policies }) => ManagedPolicyArns || Policies)).toEqual([]);
  });
});
