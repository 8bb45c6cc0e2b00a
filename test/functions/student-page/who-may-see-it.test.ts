/** A page is for whoever is signed in and takes part in that role; everybody else is led to the right place. */
import { parse } from "node-html-parser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { day } from "../../../shared/domain/time.ts";
import { administrator, maya, type OwnWorld, openOwnWorld, ravi, siteUrl } from "../../pages/own-world.ts";
import { dump, open } from "../answer/pages-world.ts";

let world: OwnWorld;
beforeAll(async () => {
  world = await openOwnWorld();
});
afterAll(() => world.close());

const led = ({ status, headers }: { status: number; headers: Headers }) => [status, headers.get("location")];

it.each(["/student", "/student/time", "/mentor", "/mentor/thanks", "/administrator", "/administrator/mail"])(
  "nobody who is not signed in sees %s",
  async (path) => {
    expect(led(await open(world, path))).toEqual([303, "/sign-in"]);
    const stranger = { cookie: `session=${"a".repeat(43)}` };
    expect(led(await open(world, path, { headers: stranger }))).toEqual([303, "/sign-in"]);
  },
);

it.each(["/student/goals", "/mentor/profile", "/administrator/pairs/propose"])(
  "a post to %s after the session's end changes nothing, and gives back what was written",
  async (path) => {
    const before = await dump(world);
    const post = (form: Record<string, string>) => open(world, path, { headers: { origin: siteUrl }, form });
    const text = "Find a <b>summer</b> project.\nThen finish it.";
    const { status, title, html } = await post({
      "made-from": "research: “Find a project.”",
      "area-new": "research",
      text,
    });
    expect([status, title]).toEqual([403, "You are no longer signed in"]);
    expect(html).toContain('<a href="/sign-in" target="_blank">sign in (in a new tab)</a>');
    const kept = parse(html)
      .querySelectorAll("main blockquote")
      .map(({ textContent }) => textContent);
    expect(kept).toEqual([text]);
    expect((await post({ arrangement: "1" })).text).toBe(
      "You are no longer signed in So nothing was changed. Please sign in (in a new tab) and do it again there.",
    );
    expect(await dump(world)).toEqual(before);
  },
);

it.each([
  [ravi.email, "/student", "/mentor"],
  [maya.email, "/mentor", "/student"],
  [administrator, "/student", "/administrator"],
  [administrator, "/mentor/students", "/administrator"],
])("%s on %s is led to %s", async (email, path, place) => {
  expect(led(await world.browse(email, path))).toEqual([303, place]);
});

it("a session ends after a week", async () => {
  const cookie = await world.signIn(maya.email);
  await world.advanceTo(world.now() + 7 * day - 1);
  expect((await open(world, "/student", { headers: { cookie } })).status).toBe(200);
  await world.advanceTo(world.now() + 1);
  expect(led(await open(world, "/student", { headers: { cookie } }))).toEqual([303, "/sign-in"]);
});
