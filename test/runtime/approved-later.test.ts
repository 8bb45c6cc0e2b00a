/** A mentor from outside who is approved once the pair stands: the pair becomes active then. */
import { expect, it } from "vitest";
import { wakeMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { acceptAgreement, approveMentor } from "../../shared/runtime/act-on-person.ts";
import { mentorshipId, openPairWorld, ravi } from "../functions/answer/a-pair-in-december.ts";

it("makes the pair active, once", async () => {
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

it.each([
  ["the mentor accepts the agreement and is approved", "mentor"],
  ["the student accepts the agreement and the mentor is approved", "student"],
] as const)("at one moment: %s", async (_what, who) => {
  const notAgreed = { agreedAt: undefined };
  const world = await openPairWorld({
    mentorship: { state: "agreeing" },
    maya: who === "student" ? notAgreed : {},
    ravi: {
      mentor: { ...ravi.mentor!, kind: "online", approved: false },
      ...(who === "mentor" && notAgreed),
    },
  });
  await Promise.all([
    approveMentor(world.runtime, ravi.id),
    acceptAgreement(world.runtime, who === "student" ? "maya" : ravi.id),
  ]);
  expect((await world.mentorship()).state).toBe("active");
  await world.close();
});

it("is found out later where nobody noticed", async () => {
  const world = await openPairWorld({ mentorship: { state: "agreeing" } });
  await wakeMentorship(world.runtime, mentorshipId);
  expect((await world.mentorship()).state).toBe("active");
  await world.close();
});
