/** A mentor accepts a student while one of the two accepts the agreement: the pair is active at once, as if one had come after the other. */
import { expect, it } from "vitest";
import { acceptOffer } from "../../shared/runtime/accept-offer.ts";
import { acceptAgreement, approveMentor } from "../../shared/runtime/act-on-person.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { maya, mentorshipId, openOwnWorld, ravi } from "../pages/own-world.ts";

const notAgreed = { agreedAt: undefined };

it.each([
  ["the student agrees", { maya: notAgreed }, (runtime: Runtime) => acceptAgreement(runtime, maya.id)],
  ["the mentor agrees", { ravi: notAgreed }, (runtime: Runtime) => acceptAgreement(runtime, ravi.id)],
  [
    "the mentor is approved",
    { ravi: { mentor: { ...ravi.mentor!, kind: "online" as const, approved: false } } },
    (runtime: Runtime) => approveMentor(runtime, ravi.id),
  ],
])("%s", async (_what, change, happens) => {
  let meanwhile: (() => Promise<unknown>) | undefined;
  const world = await openOwnWorld(
    { ...change, mentorship: { state: "offered" } },
    {
      booked: false,
      studentsChoose: true,
      interception: async (call, deliver) => {
        if (call.operation === "TransactWriteItems" && meanwhile) {
          const first = meanwhile;
          meanwhile = undefined;
          await first();
        }
        return deliver();
      },
    },
  );
  meanwhile = () => happens(world.runtime);
  expect(await acceptOffer(world.runtime, mentorshipId)).toMatchObject({ ok: true });
  expect((await world.mentorship())?.state).toBe("active");
  await world.close();
});
