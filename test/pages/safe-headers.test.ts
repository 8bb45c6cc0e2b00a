/** Every page forbids what it does not need, is kept nowhere, and works without scripts. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open } from "../functions/answer/pages-world.ts";
import { administrator, maya, type OwnWorld, openOwnWorld } from "./own-world.ts";

let world: OwnWorld;
beforeAll(async () => {
  world = await openOwnWorld();
});
afterAll(() => world.close());

const pages = [
  ["a student's page", maya.email, "/student", 200],
  ["a page that is not there", maya.email, "/student/nothing", 404],
  ["an administrator's page", administrator, "/administrator", 200],
  ["a page for others", maya.email, "/administrator", 403],
] as const;

describe.each(pages)("%s", (_name, email, path, status) => {
  it("has the headers of every page, and a style sheet that its policy knows", async () => {
    const page = await world.browse(email, path);
    const style = /<style>([\s\S]*)<\/style>/.exec(page.html)![1]!;
    const hash = createHash("sha256").update(style).digest("base64");
    expect(page.status).toBe(status);
    expect(page.headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("x-frame-options")).toBe("DENY");
    expect(page.html).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i);
  });
});

it("HEAD is answered like GET, without the page", async () => {
  const headers = { cookie: await world.signIn(maya.email) };
  const page = await open(world, "/student", { method: "HEAD", headers });
  expect([page.status, page.html]).toEqual([200, ""]);
});
