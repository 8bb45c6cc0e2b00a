/** The clock of a local world is moved from its own pages; a page of another site that is open beside them cannot. */
import { afterEach, expect, it } from "vitest";
import { localApp } from "../../infra/local/pages/local-app.ts";
import type { World } from "../../infra/local/world.ts";
import { hour } from "../../shared/domain/time.ts";
import { openSmallWorld } from "./small-world.ts";

let world: World;
afterEach(() => world.close());

it.each([
  ["same-origin", 303, 1],
  ["cross-site", 403, 0],
] as const)("a press on a page that is %s: %i", async (from, status, hours) => {
  world = await openSmallWorld();
  const before = world.now();
  const answer = await localApp(world).request("/local/clock", {
    method: "POST",
    body: new URLSearchParams({ step: "+1 hour" }),
    headers: { "sec-fetch-site": from },
  });
  expect([answer.status, world.now() - before]).toEqual([status, hours * hour]);
});
