/** Puts an app of pages behind the HTTP API: a Lambda handler for events of format 2.0. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { PagesApp } from "./app.ts";

export type PagesHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** What is no HTTP request at all, such as one with the method TRACE, is answered 400 and reaches no page. */
export function pagesHandler(app: PagesApp): PagesHandler {
  return async (event) => {
    const request = requestOf(event);
    return request ? resultOf(await app.fetch(request)) : { statusCode: 400, body: "Bad Request" };
  };
}

function requestOf(event: APIGatewayProxyEventV2): Request | undefined {
  const { method } = event.requestContext.http;
  // A body means nothing there (RFC 9110 9.3.1), and a Request takes none.
  const body = method === "GET" || method === "HEAD" ? null : bodyOf(event);
  try {
    return new Request(urlOf(event), { method, headers: headersOf(event, body), body });
  } catch {
    return undefined;
  }
}

/** The HTTP API decodes a path, so that it may hold a question mark; each part is set by itself. */
function urlOf({ rawPath, rawQueryString, requestContext }: APIGatewayProxyEventV2): URL {
  const url = new URL(`https://${requestContext.domainName}`);
  url.pathname = rawPath;
  url.search = rawQueryString;
  return url;
}

function headersOf({ headers, cookies }: APIGatewayProxyEventV2, body: Uint8Array | null): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) all.set(name, asBytes(value));
  if (cookies) all.set("cookie", asBytes(cookies.join("; ")));
  // How much a page takes is decided by this figure, so it must be true.
  if (body) all.set("content-length", String(body.length));
  return all;
}

/** A header holds bytes, written as characters up to U+00FF. */
const asBytes = (text: string): string => Buffer.from(text).toString("latin1");

const bodyOf = ({ body, isBase64Encoded }: APIGatewayProxyEventV2): Uint8Array<ArrayBuffer> | null =>
  body === undefined ? null : Uint8Array.from(Buffer.from(body, isBase64Encoded ? "base64" : "utf8"));

async function resultOf(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const body = Buffer.from(await response.arrayBuffer());
  const isText = /^text\/|^application\/json\b/.test(response.headers.get("content-type") ?? "text/plain");
  return {
    statusCode: response.status,
    // Cookies have a list of their own: the HTTP API takes one value for each header.
    headers: Object.fromEntries([...response.headers].filter(([name]) => name !== "set-cookie")),
    cookies: response.headers.getSetCookie(),
    body: body.toString(isText ? "utf8" : "base64"),
    isBase64Encoded: !isText,
  };
}
