/** A mentor sees the students with their goals, and may say "not for me" without blame. */
import { afterEach, expect, it } from "vitest";
import { type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const led = ({ status, headers }: { status: number; headers: Headers }) => [status, headers.get("location")];

it("sees a student's goals while the agreement is still open", async () => {
  world = await openOwnWorld(
    { ravi: { agreedAt: undefined }, mentorship: { state: "agreeing", activeSince: undefined } },
    { booked: false },
  );
  const page = await world.browse(ravi.email, "/mentor/students");
  expect(page.text).toBe(
    "Your students 1 student; your profile says up to 2 at a time. Maya Chen Third-year medical student. Pediatrics. Lives on New York time. Read and accept the agreement Why you two, as it was on Tuesday, November 24, 2026:You both chose Pediatrics Goals:Find a project. (research) Not for me (Maya Chen)",
  );
});

it("does not count a student of the school year that is over, and still shows who it was", async () => {
  world = await openOwnWorld({ mentorship: { state: "closing" } }, { booked: false });
  await world.advanceTo(Date.UTC(2027, 5, 10, 12));
  const { text } = await world.browse(ravi.email, "/mentor/students");
  expect(text).toMatch(
    /^Your students 0 students; your profile says up to 2 at a time\. Maya Chen Third-year/,
  );
  expect(text).toContain("The school year you shared is over.");
});

it("ends the pairing after looking at what that means", async () => {
  world = await openOwnWorld();
  const path = "/mentor/mentorships/pairaaaa/not-for-me";
  const asked = await world.browse(ravi.email, path);
  expect(asked.title).toBe("Is this pairing not for you?");
  expect((await world.mentorship())?.state).toBe("active");
  expect(led(await world.browse(ravi.email, path, {}))).toEqual([303, "/mentor?done=not-for-me"]);
  expect((await world.mentorship())?.state).toBe("declined");
  expect((await world.meeting())?.state).toBe("not-arranged");
  expect((await world.browse(ravi.email, "/mentor/students")).text).toContain(
    "You have no student at the moment.",
  );
  const past = async () => (await world.browse(ravi.email, "/mentor")).text;
  expect(await past()).toContain("December 2026Maya ChenIt was called off");
  await world.close();
  world = await openOwnWorld({}, { booked: false });
  const monday = { timeZone: "Asia/Kolkata", "day-0": "Mon", "from-0": "03:00", "to-0": "04:00" };
  await world.browse(ravi.email, "/mentor/time", monday);
  await world.browse(ravi.email, path, {});
  expect(await past()).toContain("December 2026Maya ChenNo time was set");
});
