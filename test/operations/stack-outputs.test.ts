/** The commands find a school on AWS by what its stack says, or say in a sentence why not. */
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { expect, it } from "vitest";
import { readOutputs } from "../../infra/operations/aws-place.ts";
import { exitCodeOf } from "../../infra/operations/outcomes.ts";
import { stackOutputNames } from "../../infra/operations/stack-outputs.ts";

type Heard = { response: { statusCode: number; headers: Record<string, string>; body: Uint8Array } };

/** A real client whose wire ends here. */
const clientOn = (handle: () => Promise<Heard>): CloudFormationClient =>
  new CloudFormationClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
    requestHandler: { handle, updateHttpClientConfig: () => undefined, httpHandlerConfigs: () => ({}) },
  });
const clientThatHears = (statusCode: number, body: string): CloudFormationClient =>
  clientOn(async () => ({ response: { statusCode, headers: {}, body: new TextEncoder().encode(body) } }));
const stackThatSays = (outputs: readonly (readonly [string, string])[]) =>
  clientThatHears(
    200,
    `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>mentor-rounds-riverside</StackName><Outputs>${outputs
      .map(
        ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
      )
      .join("")}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  );
const refusal = (code: string, message: string) =>
  clientThatHears(
    400,
    `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  );
const heard = async (client: CloudFormationClient) => {
  try {
    return await readOutputs(client, "mentor-rounds-riverside");
  } catch (error) {
    return { code: exitCodeOf(error), said: (error as Error).message };
  }
};

it("reads every part by its name", async () => {
  const outputs = Object.values(stackOutputNames).map((key) => [key, `the ${key}`] as const);
  expect(await heard(stackThatSays([...outputs, ["Other", "x"]]))).toEqual({
    table: "the TableName",
    site: "the Site",
    configurationSet: "the ConfigurationSetName",
    clockGroup: "the ClockGroupName",
    clockQueue: "the ClockQueueArn",
    clockRole: "the ClockRoleArn",
  });
});

it("says what an older stack does not say yet", async () => {
  expect(await heard(stackThatSays([["Site", "https://a.example"]]))).toEqual({
    code: 2,
    said: "The stack mentor-rounds-riverside does not say its TableName, ConfigurationSetName, ClockGroupName, ClockQueueArn, ClockRoleArn: deploy it again with this version first.",
  });
});

it("tells a missing stack from a missing right", async () => {
  expect(
    await heard(refusal("ValidationError", "Stack with id mentor-rounds-riverside does not exist")),
  ).toEqual({
    code: 2,
    said: "There is no stack mentor-rounds-riverside in eu-west-1. Name another --profile or --region, or deploy it first.",
  });
  expect(await heard(refusal("AccessDenied", "not authorized"))).toEqual({
    code: 1,
    said: "AWS could not be asked about the stack mentor-rounds-riverside (AccessDenied): not authorized",
  });
});

it("tells a region that does not exist from an AWS that does not answer", async () => {
  const lost = (code: string) =>
    clientOn(async () => {
      throw Object.assign(new Error(`getaddrinfo ${code} cloudformation.eu-west-1.amazonaws.com`), { code });
    });
  expect(await heard(lost("ENOTFOUND"))).toEqual({
    code: 1,
    said: "There is no way to AWS in eu-west-1. Look whether there is a region of that name, and whether this machine is online.",
  });
  expect(await heard(lost("EAI_AGAIN"))).toEqual({
    code: 1,
    said: "AWS could not be asked about the stack mentor-rounds-riverside (Error): getaddrinfo EAI_AGAIN cloudformation.eu-west-1.amazonaws.com",
  });
});
