/** The school's front door: a browser's request becomes what API Gateway hands to a function, and the function's answer becomes a response. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { catalogue, type FunctionName } from "../../functions/catalogue.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { localAccount } from "./place.ts";

/** API Gateway takes 10 MB, but what it hands to a function must fit into 6 MB. */
const eventBytesMax = 6 * 1024 * 1024;

type Call = (name: FunctionName, event: object) => Promise<unknown>;

/** What API Gateway answers, with the function that the path belongs to; it says 413 and 500 by itself. */
export async function throughFrontDoor(
  call: Call,
  request: Request,
  requestId: string,
  now: Instant,
): Promise<Response> {
  const name = functionForPath(new URL(request.url).pathname);
  const event = await eventOfRequest(request, requestId, now);
  if (isTooLarge(event)) return gatewayAnswer(413);
  try {
    return responseOf(await call(name, event), request.method);
  } catch {
    return gatewayAnswer(500);
  }
}

/** The function whose paths hold this one: the longest that fits wins, and `/` takes whatever no other path takes. */
export function functionForPath(path: string): FunctionName {
  const fitting = catalogue.flatMap(({ name, opensBy }) =>
    opensBy.by === "pages"
      ? opensBy.paths
          .filter((prefix) => `${path}/`.startsWith(prefix === "/" ? prefix : `${prefix}/`))
          .map((prefix) => ({ name, length: prefix.length }))
      : [],
  );
  return fitting.reduce((best, one) => (one.length > best.length ? one : best)).name;
}

/** A request as an event of API Gateway's HTTP API, payload version 2.0. */
export async function eventOfRequest(
  request: Request,
  requestId: string,
  now: Instant,
): Promise<APIGatewayProxyEventV2> {
  const url = new URL(request.url);
  const { cookies, headers } = headersOf(request, url);
  const body = await bodyOf(request);
  const query = queryOf(url);
  const userAgent = headers["user-agent"] ?? "";
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: localAccount,
      apiId: "local",
      domainName: url.hostname,
      domainPrefix: url.hostname.split(".")[0] ?? "",
      http: {
        method: request.method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent,
      },
      requestId,
      routeKey: "$default",
      stage: "$default",
      time: logTime(now),
      timeEpoch: now,
    },
    ...body,
  };
}

/** Too much for a function to be handed. */
export const isTooLarge = (event: APIGatewayProxyEventV2): boolean =>
  (event.body?.length ?? 0) > eventBytesMax;

function headersOf(request: Request, url: URL): { cookies: string[]; headers: Record<string, string> } {
  const headers: Record<string, string> = {
    host: url.host,
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-port": url.port || "80",
    "x-forwarded-proto": url.protocol.slice(0, -1),
  };
  for (const [name, value] of request.headers) if (name !== "cookie") headers[name] = value;
  const cookies = (request.headers.get("cookie") ?? "").split(";").flatMap((cookie) => cookie.trim() || []);
  return { cookies, headers };
}

function queryOf(url: URL): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  return Object.keys(query).length > 0 ? query : undefined;
}

/** API Gateway passes these on as text; every other body, a form's too, comes in base64. */
const isText = (contentType: string): boolean =>
  /^(text\/|application\/(json|javascript|xml)\b)/i.test(contentType);

async function bodyOf(request: Request): Promise<{ body?: string; isBase64Encoded: boolean }> {
  const bytes = Buffer.from(await request.arrayBuffer());
  if (bytes.length === 0) return { isBase64Encoded: false };
  const text = isText(request.headers.get("content-type") ?? "");
  return { body: bytes.toString(text ? "utf8" : "base64"), isBase64Encoded: !text };
}

/** `24/Nov/2026:07:07:21 +0000` */
function logTime(now: Instant): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}

/** A function's answer as API Gateway gives it to the browser; an answer without a status is its content, as JSON. */
export function responseOf(result: unknown, method: string): Response {
  const whole = structured(result);
  const headers = new Headers();
  for (const [name, value] of Object.entries(whole.headers ?? {})) headers.set(name, String(value));
  for (const cookie of whole.cookies ?? []) headers.append("set-cookie", cookie);
  const status = whole.statusCode ?? 200;
  const bare = method === "HEAD" || status === 204 || status === 304;
  const body = whole.isBase64Encoded ? Buffer.from(whole.body ?? "", "base64") : (whole.body ?? "");
  return new Response(bare ? null : body, { status, headers });
}

const structured = (result: unknown): APIGatewayProxyStructuredResultV2 =>
  typeof result === "object" && result !== null && "statusCode" in result
    ? (result as APIGatewayProxyStructuredResultV2)
    : {
        statusCode: 200,
        headers: { "content-type": "application/json" },
        body: typeof result === "string" ? result : JSON.stringify(result ?? null),
      };

/** What API Gateway says itself. */
export const gatewayAnswer = (status: 413 | 500): Response =>
  Response.json(
    { message: { 413: "Request Entity Too Large", 500: "Internal Server Error" }[status] },
    { status },
  );
