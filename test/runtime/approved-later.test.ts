/** A mentor from outside who is approved once the pair stands: the pair becomes active then. */
import { expect, it } from "vitest";
import { approveMentor } from "../../shared/runtime/act-on-person.ts";
import { openPairWorld, ravi } from "../functions/answer/a-pair-in-december.ts";

it("makes the pair active in the same write, once", async () => {
  const world = await openPairWorld({
    mentorship: { state: "agreeing" },
    ravi: { mentor: { ...ravi.mentor!, kind: "online", approved: false } },
  });
  await approveMentor(world.runtime, ravi.id);
  const { mentor, revision } = await world.person(ravi.id);
  expect([mentor?.approved, (await world.mentorship()).state]).toEqual([true, "active"]);
  await approveMentor(world.runtime, ravi.id);
  expect((await world.person(ravi.id)).revision).toBe(revision);
  await world.close();
});
