/** In a school where students choose, each side's own page lets it do its part, and the administrator sends the lists. */
import { parse } from "node-html-parser";
import { afterEach, expect, it } from "vitest";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { administrator, maya, type OwnWorld, openOwnWorld, ravi, startAt } from "./own-world.ts";

const led = ({ status, headers }: { status: number; headers: Headers }) => [status, headers.get("location")];
const unpaired = { mentorship: { state: "withdrawn", mentorId: "gone", activeSince: undefined } } as const;
const asked = {
  mentorship: { state: "offered", offeredAt: startAt, confirmedAt: undefined, activeSince: undefined },
} as const;
const choosing = { booked: false, studentsChoose: true };

let world: OwnWorld;
afterEach(() => world.close());

it("a student chooses, and sees that the mentor has been asked", async () => {
  world = await openOwnWorld(unpaired, choosing);
  const path = "/student/choose-mentor";
  expect((await world.browse(maya.email, "/student")).html).toContain(`href="${path}"`);
  const page = await world.browse(maya.email, path);
  expect(page.text).toContain(
    "Ravi MenonAttending physician, faculty mentor. Can help with research, one of your goals. You both chose Pediatrics.",
  );
  const nothing = await world.browse(maya.email, path, {});
  expect([nothing.status, nothing.text]).toEqual([
    422,
    expect.stringContaining("Please choose one of the answers."),
  ]);
  expect((await world.browse(maya.email, path, { mentorId: "nobody" })).status).toBe(409);
  const done = [303, "/student?done=choose-mentor"];
  expect(led(await world.browse(maya.email, path, { mentorId: ravi.id }))).toEqual(done);
  expect(led(await world.browse(maya.email, path, { mentorId: ravi.id }))).toEqual(done);
  const own = await world.browse(maya.email, "/student");
  expect(parse(own.html).querySelector(".actions")?.textContent).toBe(
    "Waiting for the answer of Ravi Menon Withdraw the request (Ravi Menon)",
  );
  expect(own.html).not.toContain(`href="${path}"`);
  expect((await world.browse(maya.email, path)).title).toBe("Ravi Menon has been asked");
});

it.each([
  ["accept-student", "active", "You and Maya Chen are a pair"],
  ["not-now", "declined", "This request is closed"],
])("a mentor answers once: %s", async (verb, state, title) => {
  world = await openOwnWorld(asked, choosing);
  const students = await world.browse(ravi.email, "/mentor/students");
  const path = `/mentor/mentorships/pairaaaa/${verb}`;
  expect(students.html).toContain(`href="${path}"`);
  expect(students.text).toContain("Maya Chen has chosen you.");
  for (const _ of ["once", "twice"])
    expect(led(await world.browse(ravi.email, path, {}))).toEqual([303, `/mentor?done=${verb}`]);
  expect((await world.mentorship())?.state).toBe(state);
  expect((await world.browse(ravi.email, path)).title).toBe(title);
});

it("a mentor sees who waits for an answer as soon as the page opens, and what is still open after it", async () => {
  world = await openOwnWorld({ ...asked, ravi: { agreedAt: undefined } }, choosing);
  const cards = async () =>
    parse((await world.browse(ravi.email, "/mentor")).html)
      .querySelectorAll("article .actions, article .button")
      .map(({ textContent }) => textContent);
  expect(await cards()).toEqual([
    "Maya Chen has chosen you. Accept (Maya Chen) Not now (Maya Chen)",
    "Accept (Maya Chen)",
  ]);
  const path = "/mentor/mentorships/pairaaaa/accept-student";
  await world.browse(ravi.email, path, {});
  expect(await cards()).toEqual(["Read and accept the agreement"]);
  const open =
    "You and Maya Chen are a pair Meetings are booked once both of you have accepted the agreement.";
  expect((await world.browse(ravi.email, path)).text).toBe(
    `${open} Read and accept itFor anything else, open your own page.`,
  );
  expect((await world.browse(maya.email, "/student/mentorships/pairaaaa/withdraw-request")).text).toBe(
    `${open.replace(maya.name, ravi.name)}For anything else, open your own page.`,
  );
  await world.browse(ravi.email, "/mentor/agreement", {});
  expect(await cards()).not.toContain("Read and accept the agreement");
  expect((await world.browse(ravi.email, path)).text).toContain("There is nothing you need to arrange");
});

it("a request that waits is not a pairing that one of the two can end", async () => {
  world = await openOwnWorld(asked, choosing);
  for (const [{ email }, side, other] of [
    [maya, "student", "Ravi Menon"],
    [ravi, "mentor", "Maya Chen"],
  ] as const) {
    const path = `/${side}/mentorships/pairaaaa/not-for-me`;
    const page = await world.browse(email, path);
    expect([page.status, page.title]).toEqual([200, "You are not paired yet"]);
    expect(page.text).toContain(`The request between you and ${other} is still open.`);
    expect((await world.browse(email, path, {})).status).toBe(409);
  }
  expect((await world.mentorship())?.state).toBe("offered");
});

it("a student withdraws a request that waits, and the mentor's page says so", async () => {
  world = await openOwnWorld(asked, choosing);
  const path = "/student/mentorships/pairaaaa/withdraw-request";
  expect((await world.browse(maya.email, "/student")).html).toContain(`href="${path}"`);
  const page = await world.browse(maya.email, path);
  expect([page.title, (await world.mentorship())?.state]).toEqual(["Withdraw your request?", "offered"]);
  for (const _ of ["once", "twice"])
    expect(led(await world.browse(maya.email, path, {}))).toEqual([303, "/student?done=withdraw-request"]);
  expect((await world.mentorship())?.state).toBe("withdrawn");
  expect(world.mailbox.map(({ subject, to }) => `${subject} → ${to}`)).toEqual([
    `No mentor to suggest right now → ${maya.email}`,
  ]);
  expect((await world.browse(maya.email, path)).title).toBe("Your request is withdrawn");
  expect((await world.browse(maya.email, "/student")).html).not.toContain(path);
  for (const verb of ["accept-student", "not-now"]) {
    const asked = await world.browse(ravi.email, `/mentor/mentorships/pairaaaa/${verb}`, {});
    expect([asked.status, asked.title]).toEqual([409, "This request was withdrawn"]);
  }
});

it.each(["accept-student", "not-now"])("a request that is answered cannot be withdrawn: %s", async (verb) => {
  world = await openOwnWorld(asked, choosing);
  await world.browse(ravi.email, `/mentor/mentorships/pairaaaa/${verb}`, {});
  const state = (await world.mentorship())?.state;
  const late = await world.browse(maya.email, "/student/mentorships/pairaaaa/withdraw-request", {});
  expect([late.status, late.title]).toEqual([
    409,
    verb === "not-now" ? "This request is closed" : "You and Ravi Menon are a pair",
  ]);
  expect((await world.mentorship())?.state).toBe(state);
});

it("an administrator sends the lists instead of proposing pairs", async () => {
  world = await openOwnWorld(unpaired, choosing);
  const path = "/administrator/pairs";
  const page = await world.browse(administrator, path);
  expect(page.text).toContain("Send suggestions");
  expect(page.text).not.toContain("Propose pairs");
  expect(led(await world.browse(administrator, `${path}/suggest`, {}))).toEqual([
    303,
    `${path}?done=suggested`,
  ]);
  expect(world.mailbox.map(({ subject, to }) => `${subject} → ${to}`)).toEqual([
    `Choose your mentor → ${maya.email}`,
  ]);
  expect(await listMentorships(tableOf(world.runtime))).toHaveLength(1);
});

it("where pairs are proposed, nobody is offered a choice", async () => {
  world = await openOwnWorld(unpaired, { booked: false });
  expect((await world.browse(maya.email, "/student")).html).not.toContain("choose-mentor");
  expect((await world.browse(maya.email, "/student/choose-mentor")).title).toBe(
    "The program finds your mentor",
  );
  expect((await world.browse(administrator, "/administrator/pairs")).text).toContain("Propose pairs");
});
