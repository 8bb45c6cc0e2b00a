/** A command against an AWS that takes a call and never answers ends by itself, with a sentence. */
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { stackOutputNames } from "../../infra/operations/stack-outputs.ts";

const ops = fileURLToPath(new URL("../../infra/operations/ops.ts", import.meta.url));
const stack = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>mentor-rounds-riverside</StackName><Outputs>${Object.values(
  stackOutputNames,
)
  .map(
    (key) => `<member><OutputKey>${key}</OutputKey><OutputValue>https://one.example</OutputValue></member>`,
  )
  .join("")}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

/** Answers this, or takes the call and says nothing. */
async function openServer(answerTo: (body: string) => string | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const answer = answerTo(body);
      if (answer !== undefined) response.setHeader("content-type", "text/xml").end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function said(
  answerTo: (body: string) => string | undefined,
): Promise<{ code: unknown; text: string }> {
  const server = await openServer(answerTo);
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, [ops, "status", "riverside", "--region", "eu-west-1"], {
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
  const { code, text } = await said((body) => (body.includes("Action=DescribeStacks") ? stack : undefined));
  expect(text).toMatch(
    /^AWS did not answer \(TimeoutError\): .+ What was done stands, perhaps the last step too; run the command again\.\n$/,
  );
  expect(code).toBe(1);
}, 30_000);
