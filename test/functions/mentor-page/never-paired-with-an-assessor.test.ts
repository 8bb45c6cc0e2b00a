/** A mentor who says that he or she assesses a student is no longer paired with that student, and never will be again (LCME 11.1). */
import { afterEach, expect, it } from "vitest";
import { endListedPairs } from "../../../shared/runtime/end-assessed-pairs.ts";
import { proposeAll } from "../../../shared/runtime/propose-pairs.ts";
import { openMonthByHand } from "../../../shared/runtime/rounds.ts";
import { maya, type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const assessed = async () => (await world.person(ravi.id))?.mentor?.assesses;
const profile = (assesses: string) => ({
  name: ravi.name,
  kind: ravi.mentor!.kind,
  stage: ravi.mentor!.stage,
  capacity: "2",
  specialties: "Pediatrics",
  place: "",
  assesses,
});

it("by a tick when saying: not for me", async () => {
  world = await openOwnWorld();
  const path = "/mentor/mentorships/pairaaaa/not-for-me";
  expect((await world.browse(ravi.email, path)).text).toContain(
    "I grade or assess Maya Chen, or may have to. Never pair us again.",
  );
  expect((await world.browse(maya.email, path.replace("mentor/", "student/"))).text).not.toContain("assess");
  await world.browse(ravi.email, path, { assesses: "yes" });
  expect((await world.mentorship())?.state).toBe("declined");
  expect(await assessed()).toEqual([maya.email]);
});

it("but never by a student's word", async () => {
  world = await openOwnWorld();
  await world.browse(maya.email, "/student/mentorships/pairaaaa/not-for-me", { assesses: "yes" });
  expect([(await world.mentorship())?.state, await assessed()]).toEqual(["declined", undefined]);
});

it("by a list in the profile, which ends the pair at once", async () => {
  world = await openOwnWorld();
  const answer = await world.browse(ravi.email, "/mentor/profile", profile(maya.email.toUpperCase()));
  expect(answer.status).toBe(303);
  expect(await assessed()).toEqual([maya.email.toUpperCase()]);
  expect([(await world.mentorship())?.state, (await world.meeting())?.state]).toEqual([
    "declined",
    "not-arranged",
  ]);
});

it("and a proposal is withdrawn without either side hearing of it", async () => {
  world = await openOwnWorld(
    { mentorship: { state: "proposed", activeSince: undefined, confirmedAt: undefined } },
    { booked: false },
  );
  await world.browse(ravi.email, "/mentor/profile", profile(maya.email));
  expect((await world.mentorship())?.state).toBe("withdrawn");
  expect(await proposeAll(world.runtime)).toEqual({
    pairs: 0,
    left: 0,
    withoutMentor: [
      { studentId: maya.id, why: "There is no other mentor who may be paired with this student." },
    ],
  });
});

it("tells what is no address, and saves nothing", async () => {
  world = await openOwnWorld();
  const page = await world.browse(ravi.email, "/mentor/profile", profile("Maya Chen"));
  expect([page.status, await assessed()]).toEqual([422, undefined]);
  expect(page.text).toContain("“Maya Chen” is not an e-mail address.");
});

const whereListed = () => {
  const assessors = [{ student: maya.email, mentor: ravi.email.toUpperCase() }];
  return { ...world.runtime, school: { ...world.runtime.school, assessors } };
};

it("by the school's list, for a pair that stands already", async () => {
  world = await openOwnWorld();
  await endListedPairs(whereListed());
  expect([(await world.mentorship())?.state, (await world.meeting())?.state]).toEqual([
    "declined",
    "not-arranged",
  ]);
});

it.each<[string, () => Promise<unknown>]>([
  ["when the list is gone through", () => endListedPairs(whereListed())],
  ["when a month is opened", () => openMonthByHand(whereListed(), "2026-11")],
])("by the school's list, before a meeting is booked for the pair: %s", async (_when, happens) => {
  world = await openOwnWorld({}, { booked: false });
  await happens();
  expect([(await world.mentorship())?.state, await world.meeting()]).toEqual(["declined", undefined]);
  expect(world.mailbox.map(({ subject, to }) => `${subject} → ${to}`)).toEqual([
    `Your pairing with Ravi Menon has ended → ${maya.email}`,
    `Your pairing with Maya Chen has ended → ${ravi.email}`,
  ]);
});
