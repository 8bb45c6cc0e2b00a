/** A page is for whoever is signed in and takes part in that role; everybody else is led to the right place. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { day } from "../../../shared/domain/time.ts";
import { administrator, maya, type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";
import { open } from "../answer/pages-world.ts";

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
