/** Scheduler, SES, SNS, the queues and the front door may reach the functions that they are to open, and nothing besides. */
import { expect, it } from "vitest";
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import { localAccount } from "../../../infra/local/place.ts";
import { stacksOf } from "../stack-of.ts";
import { arn, deployed } from "./deployed.ts";
import { type Ask, list, type Statement, verdictOn } from "./policy.ts";

const house = deployed(stacksOf("riverside")[0]!);
const idsOf = (type: string, begins = "") => house.all(type).filter((id) => id.startsWith(begins));
const theId = (type: string, begins: string): string => {
  const [id, ...more] = idsOf(type, begins);
  if (!id || more.length > 0) throw new Error(`not one but ${more.length + (id ? 1 : 0)}: ${begins}`);
  return id;
};
const statementsIn = (document: unknown): readonly Statement[] =>
  list((document as { Statement: Statement | Statement[] }).Statement);

const queues = idsOf("AWS::SQS::Queue").map((id) => house.attribute(id, "Arn"));
const clockQueue = house.names.clock.queueArn;
const lostStarts = house.attribute(theId("AWS::SQS::Queue", "LostStarts"), "Arn");
const mailTopic = house.attribute(theId("AWS::SNS::Topic", "MailEventTopic"), "Ref");
const functionArn = (name: FunctionName) => house.attribute(house.idOf(name, "Function"), "Arn");
const overTls = { "aws:SecureTransport": "true" };

/** What the policies of the stack's queues and topics say. */
const resourcePolicies = ["AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"].flatMap((type) =>
  idsOf(type).flatMap((id) => statementsIn(house.properties(id).PolicyDocument)),
);
/** In one account, either the caller's role or the policy of the resource is enough; neither may deny. */
const verdict = (ask: Ask, role: readonly Statement[] = []) => verdictOn(ask, [...role, ...resourcePolicies]);

const clockRole = theId("AWS::IAM::Role", "ClockRole");
const takesOn = (roleId: string, service: string) =>
  verdictOn(
    { action: "sts:AssumeRole", resource: "*", by: { Service: service } },
    statementsIn(house.properties(roleId).AssumeRolePolicyDocument).map((one) => ({ ...one, Resource: "*" })),
  );

it("Scheduler takes on the clock's role, and no other service does", () => {
  expect(house.attribute(clockRole, "Arn")).toBe(house.names.clock.roleArn);
  expect(takesOn(clockRole, "scheduler.amazonaws.com")).toBe("allowed");
  expect(takesOn(clockRole, "lambda.amazonaws.com")).toBe("not allowed");
});

it("the clock's role may put a word on the clock's queue, on no other, and only over TLS", () => {
  const send = (resource: string, context: Ask["context"] = overTls) =>
    verdict({ action: "sqs:SendMessage", resource, context: context ?? {} }, house.statementsOf(clockRole));
  expect(queues).toHaveLength(3);
  expect(queues.filter((queue) => send(queue) === "allowed")).toEqual([clockQueue]);
  expect(send(clockQueue, { "aws:SecureTransport": "false" })).toBe("denied");
});

it("Lambda may fetch the clock's words for wake, and from no other queue", () => {
  const wake = house.statementsOf(house.idOf("wake", "Role"));
  const mapping = house.properties(theId("AWS::Lambda::EventSourceMapping", "Wake"));
  expect([mapping.EventSourceArn, mapping.FunctionName]).toEqual([
    clockQueue,
    house.attribute(house.idOf("wake", "Function"), "Ref"),
  ]);
  for (const action of ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"]) {
    const may = (resource: string) =>
      verdict({ action: `sqs:${action}`, resource, context: overTls }, wake) === "allowed";
    expect(queues.filter(may)).toEqual([clockQueue]);
  }
});

it("SES may tell of the mails of the school's own configuration set, and of no other", () => {
  const publish = (configurationSet: string, account = localAccount) =>
    verdict({
      action: "sns:Publish",
      resource: mailTopic,
      by: { Service: "ses.amazonaws.com" },
      context: {
        ...overTls,
        "aws:SourceAccount": account,
        "aws:SourceArn": arn("ses", `configuration-set/${configurationSet}`),
      },
    });
  const destination = house.properties(theId("AWS::SES::ConfigurationSetEventDestination", ""));
  expect(destination).toMatchObject({
    ConfigurationSetName: house.names.configurationSet,
    EventDestination: { Enabled: true, SnsDestination: { TopicARN: mailTopic } },
  });
  expect(publish(house.names.configurationSet)).toBe("allowed");
  expect(publish("another")).toBe("not allowed");
  expect(publish(house.names.configurationSet, "999999999999")).toBe("not allowed");
});

type Door = { FunctionName: string; Principal: string; SourceArn: string };
const doors = idsOf("AWS::Lambda::Permission").map((id) => house.properties(id) as Door);
/** Whether a service may invoke a function in the name of this source. */
const mayInvoke = (name: FunctionName, service: string, source: string): boolean =>
  verdictOn(
    {
      action: "lambda:InvokeFunction",
      resource: functionArn(name),
      by: { Service: service },
      context: { "aws:SourceArn": source },
    },
    doors.map(({ FunctionName, Principal, SourceArn }) => ({
      Effect: "Allow",
      Action: "lambda:InvokeFunction",
      Resource: FunctionName,
      Principal: { Service: Principal },
      Condition: { ArnLike: { "aws:SourceArn": SourceArn } },
    })),
  ) === "allowed";

const openedBy = (service: string, source: string): FunctionName[] =>
  catalogue.map(({ name }) => name).filter((name) => mayInvoke(name, service, source));

it("SNS may open mail-events with what SES tells, and may put aside what it could not deliver", () => {
  const [subscription] = idsOf("AWS::SNS::Subscription")
    .map(house.properties)
    .filter(({ Protocol }) => Protocol === "lambda");
  expect(subscription).toMatchObject({
    TopicArn: mailTopic,
    Endpoint: functionArn("mail-events"),
    RedrivePolicy: { deadLetterTargetArn: lostStarts },
  });
  expect(openedBy("sns.amazonaws.com", mailTopic)).toEqual(["mail-events"]);
  const putAside = (topic: string) =>
    verdict({
      action: "sqs:SendMessage",
      resource: lostStarts,
      by: { Service: "sns.amazonaws.com" },
      context: { ...overTls, "aws:SourceArn": topic },
    });
  expect(putAside(mailTopic)).toBe("allowed");
  expect(putAside(arn("sns", "another"))).toBe("not allowed");
});

it("Lambda may put aside what mail-events failed at", () => {
  const config = house.properties(theId("AWS::Lambda::EventInvokeConfig", "MailEvents"));
  expect(config).toMatchObject({ DestinationConfig: { OnFailure: { Destination: lostStarts } } });
  const ask = { action: "sqs:SendMessage", resource: lostStarts, context: overTls };
  expect(verdict(ask, house.statementsOf(house.idOf("mail-events", "Role")))).toBe("allowed");
});

const api = house.attribute(theId("AWS::ApiGatewayV2::Api", "FrontDoor"), "Ref");
const routes = idsOf("AWS::ApiGatewayV2::Route").map((id) => {
  const { RouteKey, Target } = house.properties(id) as { RouteKey: string; Target: string };
  const integration = idsOf("AWS::ApiGatewayV2::Integration").find(
    (one) => Target === `integrations/${house.attribute(one, "Ref")}`,
  )!;
  return { path: RouteKey.replace("ANY ", ""), leadsTo: house.properties(integration).IntegrationUri };
});

it("each path of the front door leads to its function, which the door may open, and no other API may", () => {
  const paths = catalogue.flatMap(({ name, opensBy }) =>
    opensBy.by === "pages"
      ? opensBy.paths.flatMap((path) => [
          { path, name },
          { path: `${path === "/" ? "" : path}/{proxy+}`, name },
        ])
      : [],
  );
  expect(new Map(routes.map(({ path, leadsTo }) => [path, leadsTo]))).toEqual(
    new Map(paths.map(({ path, name }) => [path, functionArn(name)])),
  );
  const opens = (apiId: string) =>
    paths.filter(({ path, name }) =>
      mayInvoke(name, "apigateway.amazonaws.com", arn("execute-api", `${apiId}/$default/ANY${path}`)),
    );
  expect(opens(api)).toEqual(paths);
  expect(opens("another")).toEqual([]);
});

it.each(["sweep", "open-month"] as const)(
  "Scheduler may start %s, and nothing else by the same role",
  (name) => {
    const role = theId("AWS::IAM::Role", `${name === "sweep" ? "Sweep" : "OpenMonth"}ScheduleRole`);
    expect(takesOn(role, "scheduler.amazonaws.com")).toBe("allowed");
    const started = catalogue.filter(
      (other) =>
        verdictOn(
          { action: "lambda:InvokeFunction", resource: functionArn(other.name) },
          house.statementsOf(role),
        ) === "allowed",
    );
    expect(started.map((other) => other.name)).toEqual([name]);
  },
);
