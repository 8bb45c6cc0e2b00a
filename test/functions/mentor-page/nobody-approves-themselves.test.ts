/** A mentor's own profile form never approves anybody. */
import { expect, it } from "vitest";
import { openOwnWorld, ravi } from "../../pages/own-world.ts";

const form = (kind: string) => ({
  name: "Ravi Menon",
  kind,
  stage: "attending",
  capacity: "2",
  place: "Room 1",
});

it.each([
  ["from outside, not approved, says faculty", "association", false, "faculty", false],
  ["from outside, not approved, stays outside", "online", false, "association", false],
  ["from outside, approved, stays outside", "association", true, "online", true],
  ["from outside, approved, says faculty", "association", true, "faculty", true],
  ["from the school, says outside", "faculty", true, "online", false],
  ["from the school, stays", "faculty", true, "resident", true],
] as const)("a mentor %s", async (_what, kind, approved, says, after) => {
  const world = await openOwnWorld({ ravi: { mentor: { ...ravi.mentor!, kind, approved } } });
  const page = await world.browse(ravi.email, "/mentor/profile", { ...form(says), approved: "true" });
  expect(page.headers.get("location")).toBe("/mentor/profile?done=profile");
  const mentor = (await world.person(ravi.id))?.mentor;
  expect([mentor?.kind, mentor?.approved, mentor?.place]).toEqual([says, after, "Room 1"]);
  await world.close();
});
