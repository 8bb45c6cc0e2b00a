/** Signing in works once, within ten minutes, in the browser that asked; nowhere else does the link open anything. */
import { expect, it } from "vitest";
import { minute } from "../../../shared/domain/time.ts";
import { loadSession } from "../../../shared/links/session.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { openPairWorld } from "../answer/a-pair-in-december.ts";
import { dump, startAt } from "../answer/pages-world.ts";
import { browserOf, linkInLastMail } from "./browser.ts";

it.each([
  ["maya@riverside.example.edu", "/student"],
  ["ravi@riverside.example.edu", "/mentor"],
  ["programme@riverside.example.edu", "/administrator"],
])("%s comes to %s", async (email, page) => {
  const world = await openPairWorld();
  const browser = browserOf(world);
  const asked = await browser.post("/sign-in", { email });
  expect(asked.headers.getSetCookie().map((line) => line.replace(/=[\w-]{43};/, "=…;"))).toEqual([
    "browser=…; Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Lax",
  ]);
  const path = await linkInLastMail(world, "sign-in");

  const before = await dump(world);
  const looked = await browser.get(path);
  expect([looked.status, looked.text]).toEqual([200, "Sign in Open my page"]);
  expect(await dump(world)).toEqual(before);

  const pressed = await browser.post(path, {});
  expect([pressed.status, pressed.headers.get("location")]).toEqual([303, page]);
  expect(pressed.headers.getSetCookie().map((line) => line.replace(/=[\w-]{43};/, "=…;"))).toEqual([
    "session=…; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax",
  ]);
  expect(
    await loadSession(tableOf(world.runtime), browser.cookies.get("session"), world.now()),
  ).toMatchObject({ email });

  const signedIn = await browser.get("/sign-in");
  expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, page]);

  const again = await browser.post(path, {});
  expect([again.status, again.title, again.headers.getSetCookie()]).toEqual([
    409,
    "This link has been used",
    [],
  ]);
  await world.close();
});

it("in another browser the link opens nothing, and stays good in its own", async () => {
  const world = await openPairWorld();
  const [mine, stranger] = [browserOf(world), browserOf(world)];
  await mine.post("/sign-in", { email: "maya@riverside.example.edu" });
  const path = await linkInLastMail(world, "sign-in");
  await stranger.post("/sign-in", { email: "somebody@elsewhere.example" });
  const before = await dump(world);
  for (const browser of [stranger, browserOf(world)])
    for (const opened of [await browser.get(path), await browser.post(path, {})]) {
      expect([opened.status, opened.title]).toEqual([
        409,
        "Please open the link in the browser where you asked for it",
      ]);
      expect(opened.headers.getSetCookie()).toEqual([]);
    }
  expect(await dump(world)).toEqual(before);
  expect((await mine.post(path, {})).status).toBe(303);
  await world.close();
});

it("a full stop after the link does no harm", async () => {
  const world = await openPairWorld();
  const browser = browserOf(world);
  await browser.post("/sign-in", { email: "maya@riverside.example.edu" });
  const path = `${await linkInLastMail(world, "sign-in")}.`;
  expect((await browser.get(path)).text).toBe("Sign in Open my page");
  expect((await browser.post(path, {})).headers.get("location")).toBe("/student");
  await world.close();
});

it("asking twice from one browser leaves the first mail's link good", async () => {
  const world = await openPairWorld();
  const browser = browserOf(world);
  await browser.post("/sign-in", { email: "maya@riverside.example.edu" });
  const path = await linkInLastMail(world, "sign-in");
  await browser.post("/sign-in", { email: "maya@riverside.example.edu" });
  expect((await browser.post(path, {})).status).toBe(303);
  await world.close();
});

it("after ten minutes the link has expired", async () => {
  const world = await openPairWorld();
  const browser = browserOf(world);
  await browser.post("/sign-in", { email: "maya@riverside.example.edu" });
  const path = await linkInLastMail(world, "sign-in");
  await world.advanceTo(startAt + 10 * minute);
  const { status, title } = await browser.post(path, {});
  expect([status, title]).toEqual([410, "This link has expired"]);
  await world.close();
});

it("signing out ends the session, but only from the school's own pages", async () => {
  const world = await openPairWorld();
  const browser = browserOf(world);
  await browser.post("/sign-in", { email: "maya@riverside.example.edu" });
  await browser.post(await linkInLastMail(world, "sign-in"), {});
  const token = browser.cookies.get("session");
  const session = () => loadSession(tableOf(world.runtime), token, world.now());

  expect((await browser.post("/sign-out", {}, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect(await session()).toBeDefined();
  const out = await browser.post("/sign-out", {}, { origin: "https://riverside.example.edu" });
  expect([out.status, out.headers.get("location"), browser.cookies.has("session")]).toEqual([
    303,
    "/",
    false,
  ]);
  expect(await session()).toBe(undefined);
  await world.close();
});

it("a link of another kind does not sign in, and a link to sign in is no answer", async () => {
  const world = await openPairWorld();
  const browser = browserOf(world);
  await browser.post("/sign-in", { email: "maya@riverside.example.edu" });
  const token = (await linkInLastMail(world, "sign-in")).split("/").at(-1)!;
  const confirm = (await world.give("confirm", "student")).split("/").at(-1)!;
  for (const path of [`/answer/${token}`, `/join/${token}`, `/sign-in/${confirm}`, `/join/${confirm}`])
    expect((await browser.post(path, {})).status).toBe(404);
  await world.close();
});
