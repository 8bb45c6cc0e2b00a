/** A browser's request reaches the right function in API Gateway's shape, and the answer comes back whole. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { afterEach, describe, expect, test } from "vitest";
import { functionForPath } from "../../infra/local/front-door.ts";
import { type Behaviour, openSmallWorld, type SmallWorld, startAt } from "./small-world.ts";

let world: SmallWorld;
afterEach(() => world?.close());

async function ask(request: Request, behaviour: Behaviour = () => ({ statusCode: 204 })) {
  world = await openSmallWorld({ answer: behaviour });
  const response = await world.request(request);
  return { response, event: world.seen[0]?.event as APIGatewayProxyEventV2 };
}

test.each([
  ["/", "sign-up"],
  ["/join", "sign-up"],
  ["/join/thanks", "sign-up"],
  ["/sign-in", "sign-up"],
  ["/student", "student-page"],
  ["/student/goals/1", "student-page"],
  ["/mentor", "mentor-page"],
  ["/administrator/people", "administrator-page"],
  ["/administrator/import", "import-people"],
  ["/administrator/imports", "administrator-page"],
  ["/answer/abc", "answer"],
  ["/answers", "sign-up"],
  ["/students", "sign-up"],
  ["/favicon.ico", "sign-up"],
])("the path %s belongs to %s", (path, name) => {
  expect(functionForPath(path)).toBe(name);
});

describe("the event", () => {
  test("of a visit has every field of version 2.0", async () => {
    const headers = { cookie: "session=a=1; theme=dark", "User-Agent": "Firefox", Accept: "text/html, */*" };
    const { event } = await ask(
      new Request("http://127.0.0.1:4000/answer/x?late=5&late=10&name=%C3%A4", { headers }),
    );
    expect(event).toEqual({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/answer/x",
      rawQueryString: "late=5&late=10&name=%C3%A4",
      cookies: ["session=a=1", "theme=dark"],
      headers: {
        accept: "text/html, */*",
        host: "127.0.0.1:4000",
        "user-agent": "Firefox",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-port": "4000",
        "x-forwarded-proto": "http",
      },
      queryStringParameters: { late: "5,10", name: "ä" },
      requestContext: {
        accountId: "000000000000",
        apiId: "local",
        domainName: "127.0.0.1",
        domainPrefix: "127",
        http: {
          method: "GET",
          path: "/answer/x",
          protocol: "HTTP/1.1",
          sourceIp: "127.0.0.1",
          userAgent: "Firefox",
        },
        requestId: "request-000001",
        routeKey: "$default",
        stage: "$default",
        time: "24/Nov/2026:12:00:00 +0000",
        timeEpoch: startAt,
      },
      isBase64Encoded: false,
    });
  });

  test("of a form has its body in base64, as API Gateway sends it", async () => {
    const { event } = await ask(
      new Request("http://127.0.0.1/answer/x", {
        method: "POST",
        body: new URLSearchParams({ note: "Grüße" }),
      }),
    );
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body ?? "", "base64").toString()).toBe("note=Gr%C3%BC%C3%9Fe");
    expect(event.headers["content-type"]).toBe("application/x-www-form-urlencoded;charset=UTF-8");
  });

  test("of a file that is sent keeps every byte", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const form = new FormData();
    form.set("roster", new File([bytes], "roster.csv"));
    const { event } = await ask(new Request("http://127.0.0.1/answer/x", { method: "POST", body: form }));
    expect(event.isBase64Encoded).toBe(true);
    const again = await new Response(Buffer.from(event.body ?? "", "base64"), {
      headers: { "content-type": event.headers["content-type"] ?? "" },
    }).formData();
    expect(new Uint8Array(await (again.get("roster") as File).arrayBuffer())).toEqual(bytes);
  });

  test("of JSON has its text", async () => {
    const headers = { "content-type": "application/json" };
    const { event } = await ask(
      new Request("http://127.0.0.1/answer/x", { method: "POST", headers, body: '{"ä":1}' }),
    );
    expect([event.body, event.isBase64Encoded]).toEqual(['{"ä":1}', false]);
  });
});

describe("the answer", () => {
  const visit = () => new Request("http://127.0.0.1/answer/x");

  test("keeps status, headers and each cookie", async () => {
    const { response } = await ask(visit(), () => ({
      statusCode: 303,
      headers: { location: "/student", "cache-control": "no-store" },
      cookies: ["session=1; HttpOnly; Path=/", "theme=dark"],
    }));
    expect(response.status).toBe(303);
    expect([...response.headers]).toEqual([
      ["cache-control", "no-store"],
      ["content-type", "text/plain;charset=UTF-8"],
      ["location", "/student"],
      ["set-cookie", "session=1; HttpOnly; Path=/"],
      ["set-cookie", "theme=dark"],
    ]);
  });

  test("in base64 comes back as bytes", async () => {
    const { response } = await ask(visit(), () => ({
      statusCode: 200,
      isBase64Encoded: true,
      body: Buffer.from([0, 255, 128]).toString("base64"),
    }));
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 128]);
  });

  test("to HEAD has no body", async () => {
    const { response } = await ask(new Request("http://127.0.0.1/answer/x", { method: "HEAD" }), () => ({
      statusCode: 200,
      body: "<p>",
    }));
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  test("without a status is its content as JSON", async () => {
    const { response } = await ask(visit(), () => ({ pairs: 3 }));
    expect([response.status, await response.json()]).toEqual([200, { pairs: 3 }]);
  });

  test("of a function that throws is API Gateway's, and the fault is kept", async () => {
    const error = new Error("no table");
    const { response } = await ask(visit(), () => Promise.reject(error));
    expect([response.status, await response.json()]).toEqual([500, { message: "Internal Server Error" }]);
    expect(world.faults).toEqual([{ at: startAt, function: "answer", error }]);
  });

  test("to more than six megabytes is API Gateway's", async () => {
    const { response } = await ask(
      new Request("http://127.0.0.1/answer/x", { method: "POST", body: new Uint8Array(5_000_000) }),
    );
    expect(response.status).toBe(413);
    expect(world.seen).toEqual([]);
  });
});
