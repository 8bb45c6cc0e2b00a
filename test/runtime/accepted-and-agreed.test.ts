/** A mentor accepts a student while one of the two accepts the agreement: the pair is active at once, as if one had come after the other. */
import { expect, it } from "vitest";
import { acceptOffer } from "../../shared/runtime/accept-offer.ts";
import { acceptAgreement, approveMentor, changePerson } from "../../shared/runtime/act-on-person.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { maya, mentorshipId, openOwnWorld, ravi, startAt } from "../pages/own-world.ts";

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

it("a peer is not taken on with whom the student has caught up meanwhile, and is told so", async () => {
  const peer = { ...ravi.mentor!, kind: "peer" as const, stage: "MS4" as const };
  const world = await openOwnWorld(
    { ravi: { mentor: peer }, mentorship: { state: "offered", offeredAt: startAt } },
    { booked: false, studentsChoose: true },
  );
  await changePerson(world.runtime, maya.id, (person) => ({
    ...person,
    student: { ...person.student!, stage: "MS4" },
  }));
  const path = `/mentor/mentorships/${mentorshipId}/accept-student`;
  const page = await world.browse(ravi.email, path, {});
  expect(page.status).toBe(409);
  expect(page.text).toMatch(/^The student is as far along as you are by now/);
  expect((await world.mentorship())?.state).toBe("offered");
  await world.close();
});
