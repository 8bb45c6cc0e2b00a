/** An address that is far too long leads nowhere, for whoever is signed in; nothing fails, and nobody is alarmed. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { administrator, maya, type OwnWorld, openOwnWorld, ravi } from "./own-world.ts";

let world: OwnWorld;
beforeAll(async () => {
  world = await openOwnWorld();
});
afterAll(() => world.close());

const long = "x".repeat(3000);

it.each([
  [maya.email, `/student/mentorships/${long}/not-for-me`],
  [maya.email, `/student/meetings/${long}-2026-12/move`],
  [ravi.email, `/mentor/thanks/${long}`],
  [administrator, `/administrator/pairs/${long}/confirm`],
])("%s %#", async (email, path) => {
  for (const form of [undefined, {}]) {
    const page = await world.browse(email, path, form);
    expect([page.status, page.title]).toEqual([404, "There is nothing here"]);
  }
});
