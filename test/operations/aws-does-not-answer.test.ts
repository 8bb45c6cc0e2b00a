/** A command against an AWS that takes a call and never answers ends by itself, with a sentence; what it is told, it believes of the time; and it asks with the place. */
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { stackOutputNames } from "../../infra/operations/stack-outputs.ts";
import { hour } from "../../shared/domain/time.ts";

const ops = fileURLToPath(new URL("../../infra/operations/ops.ts", import.meta.url));
const stack = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>mentor-rounds-riverside</StackName><Outputs>${Object.values(
  stackOutputNames,
)
  .map(
    (key) => `<member><OutputKey>${key}</OutputKey><OutputValue>https://one.example</OutputValue></member>`,
  )
  .join("")}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

type AnswerTo = (body: string) => string | undefined;

/** Answers this by a clock that is so much ahead of ours, or takes the call and says nothing. */
async function openServer(answerTo: AnswerTo, ahead: number): Promise<Server> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const answer = answerTo(body);
      if (answer === undefined) return;
      response.setHeader("date", new Date(Date.now() + ahead).toUTCString());
      response.setHeader("content-type", "text/xml").end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const onlyTheStack: AnswerTo = (body) => (body.includes("Action=DescribeStacks") ? stack : undefined);

async function said(
  answerTo: AnswerTo,
  { command = ["status", "riverside"], ahead = 0 } = {},
): Promise<{ code: unknown; text: string }> {
  const server = await openServer(answerTo, ahead);
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, [ops, ...command, "--region", "eu-west-1"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "a",
      AWS_SECRET_ACCESS_KEY: "b",
      AWS_MAX_ATTEMPTS: "1",
    },
  });
  let text = "";
  child.stderr.on("data", (bytes) => {
    text += bytes;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  server.closeAllConnections();
  server.close();
  return { code, text };
}

it.concurrent("says so of the stack, with exit code 1", async () => {
  const { code, text } = await said(() => undefined);
  expect(text).toMatch(
    /^AWS could not be asked about the stack mentor-rounds-riverside \(TimeoutError\): .+\n$/,
  );
  expect(code).toBe(1);
}, 30_000);

it.concurrent("says so of the table that is asked afterwards, with exit code 1", async () => {
  const { code, text } = await said(onlyTheStack);
  expect(text).toMatch(
    /^AWS did not answer \(TimeoutError\): .+ What was done stands, perhaps the last step too; run the command again\.\n$/,
  );
  expect(code).toBe(1);
}, 30_000);

it.concurrent("tells a page that answers in AWS's place from AWS", async () => {
  const page = "<!doctype html><title>Sign in to the guest network</title>";
  const { code, text } = await said((body) => onlyTheStack(body) ?? page);
  expect(text).toBe(
    "What answered is not AWS; a proxy or a sign-in page of your network may stand between. Get past it. What was done stands, perhaps the last step too; run the command again.\n",
  );
  expect(code).toBe(1);
}, 30_000);

it.concurrent.each([
  [0, 2, /^--restored-to takes a moment in the past/],
  [hour, 1, /^AWS did not answer/],
])(
  "by AWS's clock, %i ms ahead of ours, a moment is past or to come",
  async (ahead, exit, says) => {
    const inHalfAnHour = new Date(Date.now() + hour / 2).toISOString().replace(/\.\d+/, "");
    const command = ["rebuild-schedules", "riverside", "--restored-to", inHalfAnHour, "--dry-run"];
    const { code, text } = await said(onlyTheStack, { command, ahead });
    expect(text).toMatch(says);
    expect(code).toBe(exit);
  },
  30_000,
);

it.concurrent("asks with the stack and the region that it is about", async () => {
  const anHourAgo = new Date(Date.now() - hour).toISOString().replace(/\.\d+/, "");
  const command = ["rebuild-schedules", "riverside", "--restored-to", anHourAgo];
  const noRecords: AnswerTo = (body) => onlyTheStack(body) ?? '{"Items":[],"Count":0,"ScannedCount":0}';
  const { code, text } = await said(noRecords, { command });
  expect(text).toBe(
    "On AWS, in the stack mentor-rounds-riverside of eu-west-1, this cannot be undone: mail that was planned until now is held.\nType the school's id, riverside, to go on: \nNobody confirmed it, so nothing was done. Type the school's id when asked, or add --yes.\n",
  );
  expect(code).toBe(3);
}, 30_000);
