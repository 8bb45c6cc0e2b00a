/** The bundles that are deployed, each in a process of its own with a function's environment and credentials; AWS is a port of this machine. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import type { FunctionFactories } from "../../../infra/local/function-factories.ts";
import { localRegion } from "../../../infra/local/place.ts";
import type { Service, WireHandler } from "../../../infra/local/wire.ts";
import { packSchool } from "../../../shared/runtime/packed-school.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { siteUrl } from "../../functions/answer/pages-world.ts";
import { storySchool } from "./busy-month.ts";
import type { Deployed } from "./deployed.ts";
import type { Caller } from "./told-month.ts";

export type DeployedBundles = { staged: (caller: Caller) => FunctionFactories; close: () => void };

/** Starts the bundles of a directory, as `bundleFunctions` writes it. */
export async function startBundles(directory: string, school: Deployed): Promise<DeployedBundles> {
  let runtime: Runtime | undefined;
  let caller: Caller | undefined;
  const server = createServer(async (request, response) => {
    const { by, service } = signerOf(request);
    response.sendDate = false;
    if (isSignedTooEarly(request, runtime!.now())) {
      refuseSignature(response, service, runtime!.now());
      return;
    }
    const wire = runtime![service].config.requestHandler as unknown as WireHandler;
    const sent = await sentBy(request);
    const { response: answer } = await caller!.run(by, () => wire.handle(sent));
    response.writeHead(answer.statusCode, answer.headers).end(answer.body);
  });
  const endpoint = await listen(server);
  const processes = new Map(
    catalogue.map(({ name }): [FunctionName, BundleProcess] => [
      name,
      startBundle(join(directory, name, "index.js"), name, school, endpoint),
    ]),
  );
  const invoke = async (name: FunctionName, at: number, event: unknown): Promise<unknown> => {
    const { child, death } = processes.get(name)!;
    child.send({ at, event });
    const [{ answered, fault }] = await Promise.race([once(child, "message") as Promise<[Answer]>, death]);
    if (fault) throw new Error(fault);
    return answered;
  };
  return {
    staged(ofCalls) {
      caller = ofCalls;
      const factories = catalogue.map(({ name }) => [
        name,
        (local: Runtime) => {
          runtime = local;
          return (event: unknown) => invoke(name, local.now(), event);
        },
      ]);
      return Object.fromEntries(factories) as FunctionFactories;
    },
    close() {
      for (const { child } of processes.values()) child.kill();
      server.close();
      server.closeAllConnections();
    },
  };
}

type Answer = { answered?: unknown; fault?: string };
/** `death` rejects when the process ends. */
type BundleProcess = { child: ChildProcess; death: Promise<never> };

const packed = packSchool(storySchool);
if (!packed.ok) throw new Error(packed.refusal);
const packedStory = packed.value;

function startBundle(file: string, name: FunctionName, school: Deployed, endpoint: string): BundleProcess {
  const child = fork(join(import.meta.dirname, "bundle-process.ts"), [file], {
    env: {
      ...school.environmentOf(name),
      SCHOOL: packedStory,
      SITE_URL: siteUrl,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_REGION: localRegion,
      AWS_ENDPOINT_URL: endpoint,
      // Each function signs by its own name, and so it is known from outside which one calls.
      AWS_ACCESS_KEY_ID: name,
      AWS_SECRET_ACCESS_KEY: "secret",
    },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const death = once(child, "exit").then(([code]) => {
    throw new Error(`the process of ${name} ended with ${code}`);
  });
  // At the end all of them are ended, and nobody waits for an answer any more.
  death.catch(() => undefined);
  return { child, death };
}

/** Who signed a request, and for which service (Signature Version 4). */
function signerOf({ headers }: IncomingMessage): { by: FunctionName; service: Service } {
  const [, by, service] =
    /Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? "") ?? [];
  if (!by || !service) throw new Error("a request that nobody has signed");
  return { by: by as FunctionName, service: service as Service };
}

const minute = 60_000;

/** AWS refuses a signature that is more than five minutes old ("Troubleshooting AWS Signature Version 4"). */
function isSignedTooEarly({ headers }: IncomingMessage, now: number): boolean {
  const [, date, time] = /^(\d{8})T(\d{6})Z$/.exec(String(headers["x-amz-date"])) ?? [];
  if (!date || !time) throw new Error("a request without the moment of its signature");
  const signedAt = Date.parse(
    `${date.replace(/(....)(..)/, "$1-$2-")}T${time.replace(/(..)(..)/, "$1:$2:")}Z`,
  );
  return signedAt < now - 5 * minute;
}

function refuseSignature(response: ServerResponse, service: Service, now: number): void {
  const message = "Signature expired.";
  response.setHeader("date", new Date(now).toUTCString());
  if (service === "ses")
    response
      .writeHead(403, { "content-type": "text/xml" })
      .end(
        `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>${message}</Message></Error></ErrorResponse>`,
      );
  else
    response
      .writeHead(service === "dynamodb" ? 400 : 403, {
        "content-type": "application/x-amz-json-1.0",
        "x-amzn-errortype": "InvalidSignatureException",
      })
      .end(JSON.stringify({ __type: "com.amazon.coral.service#InvalidSignatureException", message }));
}

async function sentBy(request: IncomingMessage) {
  const url = new URL(request.url!, "http://aws.local");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method!,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
