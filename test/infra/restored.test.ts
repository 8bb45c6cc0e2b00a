/** After a restore a school's functions rest until its table is ready, and then use the restored one; the old one stays. */
import { expect, it } from "vitest";
import { asGiven, type House, inWords, ofType, stacksWith } from "./stack-of.ts";

const restoredTables = { riverside: "riverside-restored" };
const [riverside, metro] = stacksWith({ ...asGiven, asleep: true, restoredTables }, "riverside", "metro") as [
  House,
  House,
];

const environmentsOf = (house: House) =>
  ofType(house, "AWS::Lambda::Function").map(
    ([, { Properties }]) => (Properties.Environment as { Variables: Record<string, unknown> }).Variables,
  );
const tableRights = (house: House): string[] => {
  const statements = ofType(house, "AWS::IAM::Policy").flatMap(
    ([, { Properties }]) =>
      (Properties.PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] }).Statement,
  );
  const onTable = statements.filter(({ Action }) => JSON.stringify(Action).includes("dynamodb:"));
  const arns = onTable.flatMap(({ Resource }) =>
    (Array.isArray(Resource) ? Resource : [Resource]).map(inWords),
  );
  return [...new Set(arns)].sort();
};

it("the school whose table was restored uses that one, and makes none of its own", () => {
  expect(ofType(riverside, "AWS::DynamoDB::Table")).toEqual([]);
  expect(new Set(environmentsOf(riverside).map(({ TABLE_NAME }) => TABLE_NAME))).toEqual(
    new Set(["riverside-restored"]),
  );
  expect(riverside.outputs.TableName?.Value).toBe("riverside-restored");
  const arn = "arn:AWS::Partition:dynamodb:AWS::Region:AWS::AccountId:table/riverside-restored";
  expect(tableRights(riverside)).toEqual([arn, `${arn}/index/due`, `${arn}/index/list`]);
});

it("another school keeps its own", () => {
  expect(ofType(metro, "AWS::DynamoDB::Table").length).toBe(1);
});

it("asleep, no function is started by anybody; otherwise all are", () => {
  const reserved = (house: House) => [
    ...new Set(
      ofType(house, "AWS::Lambda::Function").map(
        ([, { Properties }]) => Properties.ReservedConcurrentExecutions,
      ),
    ),
  ];
  expect(reserved(riverside)).toEqual([0]);
  const [awake] = stacksWith(asGiven, "riverside");
  expect(reserved(awake!)).toEqual([undefined]);
});

it("asleep, the clock's words wait in their queue and do not come to lie among the dead letters", () => {
  const isRead = (house: House) =>
    ofType(house, "AWS::Lambda::EventSourceMapping").map(([, { Properties }]) => Properties.Enabled);
  expect(isRead(riverside)).toEqual([false]);
  const [awake] = stacksWith(asGiven, "riverside");
  // Said, and not left out: a deployment that leaves it out lets it stay as it is.
  expect(isRead(awake!)).toEqual([true]);
});
