/** What must not be lost is kept, and what fails is put aside. */
import { expect, it } from "vitest";
import { catalogue } from "../../functions/catalogue.ts";
import { inWords, ofType, stacksOf, theOne } from "./stack-of.ts";

const [house] = stacksOf("riverside") as [ReturnType<typeof stacksOf>[number]];

it("the table outlives the stack, goes back to any second, and forgets by the records' own date", () => {
  const [, table] = theOne(house, "AWS::DynamoDB::Table");
  expect([table.DeletionPolicy, table.UpdateReplacePolicy]).toEqual(["Retain", "Retain"]);
  expect(table.Properties).toMatchObject({
    BillingMode: "PAY_PER_REQUEST",
    TimeToLiveSpecification: { AttributeName: "forgetAfter", Enabled: true },
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
});

it("the table has the two indexes of the records: by list and by what is due", () => {
  const [, { Properties }] = theOne(house, "AWS::DynamoDB::Table");
  expect(Properties.GlobalSecondaryIndexes).toEqual([
    {
      IndexName: "list",
      KeySchema: [
        { AttributeName: "listName", KeyType: "HASH" },
        { AttributeName: "listKey", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "ALL" },
    },
    {
      IndexName: "due",
      KeySchema: [
        { AttributeName: "dueList", KeyType: "HASH" },
        { AttributeName: "dueAt", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["id", "letter", "notAfter"] },
    },
  ]);
  expect(Properties.AttributeDefinitions).toContainEqual({ AttributeName: "dueAt", AttributeType: "N" });
});

it("a word of the clock that fails five times is put aside, and is hidden long enough for its reader", () => {
  const [, { Properties }] = theOne(house, "AWS::SQS::Queue", "ClockQueue");
  const [deadLetters] = theOne(house, "AWS::SQS::Queue", "ClockDeadLetters");
  const { deadLetterTargetArn, maxReceiveCount } = Properties.RedrivePolicy as Record<string, unknown>;
  expect([inWords(deadLetterTargetArn), maxReceiveCount]).toEqual([`${deadLetters}.Arn`, 5]);
  const wake = catalogue.find(({ name }) => name === "wake");
  expect(Properties.VisibilityTimeout).toBe(6 * wake!.timeoutSeconds);
});

it("a recurring start or a mail event that came to nothing is put aside", () => {
  const lost = `${theOne(house, "AWS::SQS::Queue", "LostStarts")[0]}.Arn`;
  const putAside = [
    ...ofType(house, "AWS::Scheduler::Schedule").map(
      ([, { Properties }]) =>
        (Properties.Target as { DeadLetterConfig: { Arn: unknown } }).DeadLetterConfig.Arn,
    ),
    (
      theOne(house, "AWS::SNS::Subscription", "MailEvents")[1].Properties.RedrivePolicy as {
        deadLetterTargetArn: unknown;
      }
    ).deadLetterTargetArn,
  ].map(inWords);
  expect(putAside).toEqual([lost, lost, lost]);
});

/** A new logical id means a new, empty one of these, or a new address. */
const lasting =
  /^AWS::(DynamoDB|SES|SQS::Queue|SNS::Topic|Scheduler|Logs::LogGroup|Lambda::Function|ApiGatewayV2::(Api|Stage))(::\w+)?$/;

it("what a stack holds keeps its name from one deployment to the next", async () => {
  const ids = Object.entries(house.resources)
    .filter(([, { Type }]) => lasting.test(Type))
    .map(([id, { Type }]) => `${Type} ${id}`);
  await expect(`${ids.sort().join("\n")}\n`).toMatchFileSnapshot("golden/logical-ids.txt");
});
