/** Through a busy month no function asks AWS for anything that its own role does not allow, and no role allows what is never asked for. */
import { beforeAll, expect, it } from "vitest";
import { catalogue, type FunctionName, type Permission } from "../../../functions/catalogue.ts";
import { asGiven, stacksOf, stacksWith } from "../stack-of.ts";
import { storySchool } from "./busy-month.ts";
import { arn, type Deployed, deployed } from "./deployed.ts";
import { type Ask, fits, list, type Statement, verdictOn } from "./policy.ts";
import { type Told, tellBusyMonth } from "./told-month.ts";

let riverside: Deployed;
let metro: Deployed;
let told: Told;
beforeAll(async () => {
  [riverside, metro] = stacksOf("riverside", "metro").map(deployed) as [Deployed, Deployed];
  told = await tellBusyMonth(riverside);
});

const rightsOf = (school: Deployed, name: FunctionName): Statement[] =>
  school.statementsOf(school.idOf(name, "Role"));

/** Each action on each resource that the function's role allows. */
const grantsOf = (school: Deployed, name: FunctionName) =>
  rightsOf(school, name).flatMap((statement) =>
    list(statement.Action).flatMap((Action) =>
      list(statement.Resource).map((Resource) => ({ ...statement, Action, Resource })),
    ),
  );

it("every function of the catalogue has something to do, and does it", () => {
  expect(catalogue.filter(({ name }) => told.calls[name] === 0)).toEqual([]);
  expect(told.faults).toEqual([]);
});

it("what a function asks for, its role allows", () => {
  const refused = told.asked.filter(({ by, ask }) => verdictOn(ask, rightsOf(riverside, by)) !== "allowed");
  expect(refused).toEqual([]);
});

const ofTheService = "Lambda itself does this in the name of the function.";
const lostStarts = "Lambda itself puts an event there that failed three times; CDK adds the two questions.";
const letsGo = "A round whose month is over or outside the school year is let go.";
/** What no function asks for in the story, and why its role allows it. */
const unasked: Partial<Record<FunctionName, Record<string, string>>> = {
  "import-people": {
    "dynamodb:Query": "Comes with the right to read lists; it looks at no branch of the table itself.",
    "dynamodb:UpdateItem": "Comes with the right to put records, which can change as much.",
  },
  "mentor-page": { "dynamodb:DeleteItem": "A mentor may remove a note of thanks." },
  wake: {
    "dynamodb:GetItem": "A message is read again when the answer to a write was lost.",
    "sqs:ReceiveMessage": ofTheService,
    "sqs:DeleteMessage": ofTheService,
    "sqs:ChangeMessageVisibility": ofTheService,
    "sqs:GetQueueAttributes": ofTheService,
    "sqs:GetQueueUrl": ofTheService,
  },
  sweep: { "dynamodb:DeleteItem": `${letsGo} So is the brake once mail arrives again.` },
  "open-month": { "dynamodb:DeleteItem": letsGo },
  "mail-events": {
    "dynamodb:BatchGetItem": "Comes with the right to read records one by one.",
    "dynamodb:Query": "Comes with the right to read lists; it looks at no branch of the table itself.",
    "dynamodb:UpdateItem": "Comes with the right to put records, which can change as much.",
    "sqs:SendMessage": lostStarts,
    "sqs:GetQueueAttributes": lostStarts,
    "sqs:GetQueueUrl": lostStarts,
  },
};

const ofSenders = {
  "ses:SendRawEmail": "SES asks for the sender's address in place of its domain where both are proven.",
};

it.each(catalogue)(
  "what the role of $name allows is asked for, or listed here with the reason",
  ({ name, may }) => {
    const sends = (may as readonly Permission[]).includes("send-mail");
    const reasons = { ...(sends && ofSenders), ...unasked[name] };
    const idle = grantsOf(riverside, name).filter(
      (grant) => !told.asked.some(({ by, ask }) => by === name && fits(grant, ask)),
    );
    expect(idle.map(({ Action }) => Action).sort()).toEqual(
      ["logs:CreateLogStream", "logs:PutLogEvents", ...Object.keys(reasons)].sort(),
    );
  },
);

/** A call that a grant is for, with what its condition wants. */
const askFor = ({ Action, Resource, Condition }: ReturnType<typeof grantsOf>[number]): Ask => ({
  action: Action,
  resource: Resource.replace(/\*$/, "any"),
  context: { ...(Condition?.StringEquals as Record<string, string> | undefined) },
});

it.each(catalogue)("$name of one school can do nothing at another, in neither direction", ({ name }) => {
  for (const [own, other] of [
    [riverside, metro],
    [metro, riverside],
  ] as const) {
    const asks = grantsOf(other, name).map(askFor);
    const allowedBy = (school: Deployed) =>
      asks.filter((ask) => verdictOn(ask, rightsOf(school, name)) === "allowed");
    expect(allowedBy(other)).toEqual(asks);
    expect(allowedBy(own)).toEqual([]);
  }
});

it("what one school's functions asked for in their month, another school's may not do", () => {
  const allowed = told.asked.filter(({ by, ask }) => verdictOn(ask, rightsOf(metro, by)) === "allowed");
  expect(allowed).toEqual([]);
});

it.each([
  ["domain", "identity/riverside.example.edu"],
  // An address that was proven besides its domain is what SES asks for.
  ["domain", "identity/mentoring@riverside.example.edu"],
  ["address", "identity/mentoring@riverside.example.edu"],
  ["proven", "identity/riverside.example.edu"],
  // A domain is proven with all below it.
  ["proven", "identity/example.edu"],
] as const)("mail may go out when the sender is proven by %s", (senderProof, identity) => {
  const school = deployed(stacksWith({ ...asGiven, senderProof }, "riverside")[0]!);
  const verdicts = (from: string) =>
    [identity, `configuration-set/${school.names.configurationSet}`].map((rest) =>
      verdictOn(
        { action: "ses:SendRawEmail", resource: arn("ses", rest), context: { "ses:FromAddress": from } },
        rightsOf(school, "sweep"),
      ),
    );
  expect(verdicts(storySchool.sender.address)).toEqual(["allowed", "allowed"]);
  expect(verdicts("dean@riverside.example.edu")).toEqual(["not allowed", "not allowed"]);
});
