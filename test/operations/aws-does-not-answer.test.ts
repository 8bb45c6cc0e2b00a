/** A command against an AWS that takes the call and never answers ends by itself, with a sentence. */
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const ops = fileURLToPath(new URL("../../infra/operations/ops.ts", import.meta.url));
let silent: Server;
let port: number;
beforeAll(async () => {
  silent = createServer((socket) => socket.on("error", () => socket.destroy()).resume());
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  port = (silent.address() as { port: number }).port;
});
afterAll(() => new Promise((resolve) => silent.close(resolve)));

it("says that AWS could not be asked, with exit code 1", async () => {
  const child = spawn(process.execPath, [ops, "status", "riverside", "--region", "eu-west-1"], {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "a",
      AWS_SECRET_ACCESS_KEY: "b",
      AWS_MAX_ATTEMPTS: "1",
    },
  });
  let said = "";
  child.stderr.on("data", (bytes) => {
    said += bytes;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(said).toMatch(
    /^AWS could not be asked about the stack mentor-rounds-riverside \(TimeoutError\): .+\n$/,
  );
  expect(code).toBe(1);
}, 30_000);
