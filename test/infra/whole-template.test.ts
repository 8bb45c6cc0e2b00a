/** What must hold for every resource of every school's stack, whatever is added to it. */
import { describe, expect, it } from "vitest";
import { catalogue } from "../../functions/catalogue.ts";
import { asGiven, inWords, ofType, pascal, stacksWith } from "./stack-of.ts";

const houses = stacksWith({ ...asGiven, budgetDollars: 20 }, "riverside", "metro");
type Statement = {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  Principal?: unknown;
  Condition?: unknown;
};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

describe.each(houses)("$schoolId", (house) => {
  const policies = Object.entries(house.resources).flatMap(([id, { Properties = {} }]) =>
    [Properties.PolicyDocument, Properties.AssumeRolePolicyDocument].flatMap((document) =>
      ((document as { Statement: Statement[] } | undefined)?.Statement ?? []).map((statement) => ({
        id,
        statement,
      })),
    ),
  );

  it("no statement allows everything, or something on everything", () => {
    expect(policies.length).toBeGreaterThan(40);
    const allowed = policies.filter(({ statement }) => statement.Effect === "Allow");
    const wide = allowed.filter(
      ({ statement }) =>
        list(statement.Resource).includes("*") ||
        list(statement.Action).some((action) => String(action).includes("*")),
    );
    expect(wide).toEqual([]);
  });

  it("whoever is let in by a resource is one service, and for this school's account only", () => {
    const letIn = ["AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy"].flatMap((type) =>
      ofType(house, type).flatMap(([id, { Properties }]) =>
        (Properties.PolicyDocument as { Statement: Statement[] }).Statement.filter(
          ({ Effect }) => Effect === "Allow",
        ).map(({ Principal, Condition }) => ({ id, Principal, Condition })),
      ),
    );
    expect(letIn.map(({ id }) => id.replace(/[0-9A-F]{8}$/, "")).sort()).toEqual([
      "AlarmTopicPolicy",
      "LostStartsPolicy",
      "MailEventTopicPolicy",
    ]);
    expect(letIn.filter(({ Principal, Condition }) => Principal === "*" || Condition === undefined)).toEqual(
      [],
    );
  });

  it("every queue and topic takes TLS only", () => {
    const refused = (type: string, property: string) =>
      ofType(house, type)
        .filter(([, { Properties }]) =>
          (Properties.PolicyDocument as { Statement: Statement[] }).Statement.some(
            ({ Effect, Condition }) =>
              Effect === "Deny" && JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
          ),
        )
        .flatMap(([, { Properties }]) => (Properties[property] as unknown[]).map(inWords));
    const idsOf = (type: string) => ofType(house, type).map(([id]) => id);
    expect(refused("AWS::SQS::QueuePolicy", "Queues").sort()).toEqual(idsOf("AWS::SQS::Queue").sort());
    expect(refused("AWS::SNS::TopicPolicy", "Topics").sort()).toEqual(idsOf("AWS::SNS::Topic").sort());
  });

  it("every queue has dead letters, or is where they lie and rings", () => {
    const queues = ofType(house, "AWS::SQS::Queue");
    const rings = ofType(house, "AWS::CloudWatch::Alarm").flatMap(([, { Properties }]) =>
      Properties.Namespace === "AWS/SQS"
        ? (Properties.Dimensions as { Value: unknown }[]).map(({ Value }) =>
            inWords(Value).replace(".QueueName", ""),
          )
        : [],
    );
    const lie = queues.filter(([, { Properties }]) => !Properties.RedrivePolicy).map(([id]) => id);
    expect(rings.sort()).toEqual(lie.sort());
    expect(queues.length).toBeGreaterThan(lie.length);
  });

  it("every function is arm64, on the newest Node, with a log that ends and an alarm that says who is hurt", () => {
    const functions = ofType(house, "AWS::Lambda::Function");
    expect(functions.length).toBe(catalogue.length);
    for (const [, { Properties }] of functions) {
      expect([Properties.Architectures, Properties.Runtime]).toEqual([["arm64"], "nodejs24.x"]);
      const log = inWords((Properties.LoggingConfig as { LogGroup: unknown }).LogGroup);
      expect(house.resources[log]?.Properties.RetentionInDays).toBe(90);
    }
    const alarms = ofType(house, "AWS::CloudWatch::Alarm");
    for (const { name, whoIsHurt } of catalogue) {
      const own = alarms.filter(([id]) => id.startsWith(`${pascal(name)}Alarm`));
      expect(
        own.map(([, { Properties }]) => String(Properties.AlarmDescription).startsWith(whoIsHurt)),
      ).toEqual([true]);
    }
  });

  it("every log ends", () => {
    const kept = ofType(house, "AWS::Logs::LogGroup").map(([, { Properties }]) => Properties.RetentionInDays);
    expect(new Set(kept)).toEqual(new Set([90]));
  });

  it("no value is an account's number, and no secret is written down", () => {
    const text = JSON.stringify(house.resources);
    expect(text).not.toMatch(/\b\d{12}\b/);
    expect(text).not.toMatch(/\b(AKIA|ASIA)[A-Z0-9]{16}\b/);
  });
});

it("two schools share no name: each table, queue, group, topic and role is the stack's own", () => {
  const named = (index: number) =>
    Object.values(houses[index]!.resources).flatMap(({ Properties }) =>
      ["TableName", "QueueName", "TopicName", "RoleName", "FunctionName", "DashboardName"]
        .map((name) => Properties?.[name])
        .filter((value) => typeof value === "string"),
    );
  expect(named(0)).toEqual(["mentor-rounds-riverside"]);
  expect(named(1)).toEqual(["mentor-rounds-metro"]);
});
