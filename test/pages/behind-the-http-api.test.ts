/** What API Gateway's HTTP API hands to a function reaches a page as the browser sent it, and the page's answer goes back whole. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import type { PagesEnv } from "../../shared/pages/app.ts";
import { pagesHandler } from "../../shared/pages/lambda.ts";

type Sent = Partial<Omit<APIGatewayProxyEventV2, "requestContext">> & { method?: string };

/** An event as the service documentation shows it, in format 2.0. */
const eventOf = ({ method = "GET", ...sent }: Sent): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: "/answer/x",
  rawQueryString: "",
  headers: { host: "rounds.example.edu" },
  requestContext: {
    accountId: "000000000000",
    apiId: "api",
    domainName: "rounds.example.edu",
    domainPrefix: "rounds",
    http: { method, path: "/answer/x", protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "curl" },
    requestId: "request",
    routeKey: "$default",
    stage: "$default",
    time: "24/Nov/2026:12:00:00 +0000",
    timeEpoch: 0,
  },
  isBase64Encoded: false,
  ...sent,
});

/** What a page sees of an event. */
async function seen<Value>(sent: Sent, look: (request: Request) => Value | Promise<Value>): Promise<Value> {
  const app = new Hono<PagesEnv>();
  let saw: { value: Value } | undefined;
  app.all("*", async (context) => {
    saw = { value: await look(context.req.raw) };
    return context.text("");
  });
  await pagesHandler(app)(eventOf(sent));
  if (!saw) throw new Error("no page was asked");
  return saw.value;
}

/** What goes back to API Gateway when a page answers so. */
const answered = (response: Response, method = "GET") =>
  pagesHandler(new Hono<PagesEnv>().all("*", () => response))(eventOf({ method }));

describe("an address", () => {
  test.each([
    ["with nothing to ask", "/student", "", "https://rounds.example.edu/student"],
    ["with one name twice", "/a", "late=5&late=10", "https://rounds.example.edu/a?late=5&late=10"],
    ["with letters in percents", "/a", "name=%C3%A4+b%26c", "https://rounds.example.edu/a?name=%C3%A4+b%26c"],
    ["in percents", "/caf%C3%A9", "", "https://rounds.example.edu/caf%C3%A9"],
    [
      "that the HTTP API has decoded",
      "/café au lait",
      "",
      "https://rounds.example.edu/caf%C3%A9%20au%20lait",
    ],
    [
      "decoded to what has a meaning of its own",
      "/a?b#c",
      "d=1#e",
      "https://rounds.example.edu/a%3Fb%23c?d=1%23e",
    ],
    ["that looks like another host", "//example.com/a", "", "https://rounds.example.edu//example.com/a"],
    ["with a percent sign that means nothing", "/100%", "", "https://rounds.example.edu/100%"],
  ])("%s", async (_, rawPath, rawQueryString, url) => {
    expect(await seen({ rawPath, rawQueryString }, (request) => request.url)).toBe(url);
  });

  test("is matched with its letters", async () => {
    const app = new Hono<PagesEnv>().get("/goal/:name", (context) =>
      context.json([context.req.param("name"), context.req.queries("late")]),
    );
    const { body } = await pagesHandler(app)(
      eventOf({ rawPath: "/goal/caf%C3%A9", rawQueryString: "late=%C3%A4&late=b+c" }),
    );
    expect(JSON.parse(body ?? "")).toEqual(["café", ["ä", "b c"]]);
  });
});

describe("headers", () => {
  test("are found however they are written", async () => {
    const headers = { "User-Agent": "Firefox", ACCEPT: "text/html, */*" };
    expect(
      await seen({ headers }, ({ headers }) => [headers.get("user-agent"), headers.get("Accept")]),
    ).toEqual(["Firefox", "text/html, */*"]);
  });

  test("beyond ASCII arrive as their bytes", async () => {
    const name = await seen({ headers: { "x-name": "Zoë 李" } }, ({ headers }) => headers.get("x-name"));
    expect(Buffer.from(name ?? "", "latin1").toString()).toBe("Zoë 李");
  });

  test("of cookies are one again", async () => {
    const cookies = ["session=a=1", "theme=dark"];
    expect(await seen({ cookies }, ({ headers }) => headers.get("cookie"))).toBe("session=a=1; theme=dark");
    expect(await seen({}, ({ headers }) => headers.get("cookie"))).toBeNull();
  });
});

describe("a body", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);

  test("in base64 is its bytes", async () => {
    const body = Buffer.from(bytes).toString("base64");
    expect(await seen({ method: "POST", body, isBase64Encoded: true }, (request) => request.bytes())).toEqual(
      bytes,
    );
  });

  test("as text is its letters, and its length is that of its bytes", async () => {
    const sent: Sent = { method: "POST", body: "Grüße", headers: { "Content-Length": "1" } };
    expect(
      await seen(sent, async (request) => [request.headers.get("content-length"), await request.text()]),
    ).toEqual(["7", "Grüße"]);
  });

  test("of a form is read field by field, with one name twice", async () => {
    const sent: Sent = {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: Buffer.from("day=monday&day=friday&note=Gr%C3%BC%C3%9Fe").toString("base64"),
      isBase64Encoded: true,
    };
    const form = await seen(sent, (request) => request.formData());
    expect([...form]).toEqual([
      ["day", "monday"],
      ["day", "friday"],
      ["note", "Grüße"],
    ]);
  });

  test("that is not there is none, nor is one of a visit", async () => {
    expect(await seen({ method: "POST" }, (request) => request.text())).toBe("");
    expect(await seen({ body: "x" }, (request) => request.text())).toBe("");
  });
});

describe("an answer", () => {
  test("has its status and headers, and each cookie by itself", async () => {
    const headers = new Headers({ location: "/student", "content-type": "text/html; charset=UTF-8" });
    headers.append("set-cookie", "session=1; HttpOnly; Expires=Wed, 25 Nov 2026 00:00:00 GMT");
    headers.append("set-cookie", "theme=dark");
    expect(await answered(new Response("Grüße", { status: 303, headers }))).toEqual({
      statusCode: 303,
      headers: { location: "/student", "content-type": "text/html; charset=UTF-8" },
      cookies: ["session=1; HttpOnly; Expires=Wed, 25 Nov 2026 00:00:00 GMT", "theme=dark"],
      body: "Grüße",
      isBase64Encoded: false,
    });
  });

  test.each(["text/csv; charset=UTF-8", "application/json"])("of %s is text", async (type) => {
    const { body, isBase64Encoded } = await answered(
      new Response("ä", { headers: { "content-type": type } }),
    );
    expect([body, isBase64Encoded]).toEqual(["ä", false]);
  });

  test("of anything else is base64", async () => {
    const { body, isBase64Encoded } = await answered(
      new Response(Uint8Array.of(0, 255, 128), { headers: { "content-type": "image/png" } }),
    );
    expect([body, isBase64Encoded]).toEqual(["AP+A", true]);
  });

  test("without a body is empty text", async () => {
    expect(await answered(new Response(null, { status: 204 }))).toEqual({
      statusCode: 204,
      headers: {},
      cookies: [],
      body: "",
      isBase64Encoded: false,
    });
  });

  test("to HEAD is that to GET, without the page", async () => {
    const app = new Hono<PagesEnv>().get("*", (context) => context.html("<p>"));
    const { statusCode, headers, body } = await pagesHandler(app)(eventOf({ method: "HEAD" }));
    expect([statusCode, headers?.["content-type"], body]).toEqual([200, "text/html; charset=UTF-8", ""]);
  });
});

test.each<[string, Sent]>([
  ["a method that no page can have", { method: "TRACE" }],
  ["a header that is none", { headers: { "not a name": "x" } }],
])("%s is a bad request", async (_, sent) => {
  expect(await pagesHandler(new Hono<PagesEnv>())(eventOf(sent))).toEqual({
    statusCode: 400,
    body: "Bad Request",
  });
});
