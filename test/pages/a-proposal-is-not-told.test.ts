/** Before an administrator confirms a pair, and when a proposal is set aside, neither page says a word of it. */
import { expect, it } from "vitest";
import { maya, openOwnWorld, ravi } from "./own-world.ts";

it.each(["proposed", "withdrawn"] as const)("a pair that is %s", async (state) => {
  const mentorship = { state, confirmedAt: undefined, activeSince: undefined };
  const world = await openOwnWorld({ mentorship }, { booked: false });
  expect((await world.browse(maya.email, "/student")).text).toBe(
    "Your meetings Nothing is planned at the moment. Once you have a mentor, a meeting is booked for you in the times you both have, and you get an invitation by mail. Your mentors You have no mentor at the moment. The program pairs people by specialty, goals and time in common; you get a mail as soon as somebody is found. Meetings so far There have been none yet.",
  );
  expect((await world.browse(ravi.email, "/mentor")).text).toBe(
    "Your meetings Nothing is planned at the moment. Once you have a student, a meeting is booked for you in the times you both have, and you get an invitation by mail. Meetings so far There have been none yet.",
  );
  expect((await world.browse(ravi.email, "/mentor/students")).text).toBe(
    "Your students 0 students; your profile says up to 2 at a time. You have no student at the moment. You get a mail as soon as somebody is paired with you.",
  );
  const hidden = state === "proposed" ? 404 : 200;
  for (const [{ email }, side] of [
    [maya, "student"],
    [ravi, "mentor"],
  ] as const)
    expect((await world.browse(email, `/${side}/mentorships/pairaaaa/not-for-me`)).status).toBe(hidden);
  await world.close();
});
