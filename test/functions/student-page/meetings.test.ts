/** What a mail's links can do, a student can do from the page; and only to meetings that are the student's own. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hour } from "../../../shared/domain/time.ts";
import { maya, meetsAt, type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";

const path = "/student/meetings/pairaaaa-2026-12";
let world: OwnWorld;
beforeEach(async () => {
  world = await openOwnWorld();
});
afterEach(() => world.close());

const led = ({ status, headers }: { status: number; headers: Headers }) => [status, headers.get("location")];

it("shows the next meeting on both clocks, with what can be done", async () => {
  const page = await world.browse(maya.email, "/student");
  expect(page.text).toContain(
    "With Ravi Menon Thursday, December 10, 2026, 7:30–8:15 AM (New York time, UTC−5) (for Ravi Menon: 6:00–6:45 PM Thursday, Kolkata time, UTC+5:30) Room 4.102 Booked Works for me Another time Write down your questions Something has come up? I can't make it I can't meet this month",
  );
});

it("takes “works for me” with one press", async () => {
  const arrangement = String((await world.meeting())?.arrangement);
  expect(led(await world.browse(maya.email, `${path}/confirm`, { arrangement }))).toEqual([
    303,
    "/student?done=confirm",
  ]);
  expect((await world.meeting())?.confirmedBy).toEqual(["student"]);
  expect((await world.browse(maya.email, "/student?done=confirm")).text).toMatch(
    /^Thank you\. It is noted that the time works for you\./,
  );
});

it("does not take “works for me” for a time that was not on the page", async () => {
  const page = await world.browse(maya.email, `${path}/confirm`, { arrangement: "0" });
  expect(page.status).toBe(409);
  expect(page.text).toMatch(/^Things have changed since this page was opened, so nothing was done\./);
  expect((await world.meeting())?.confirmedBy).toEqual([]);
});

it("moves the meeting to one of the times that the page offers", async () => {
  const list = parse((await world.browse(maya.email, `${path}/move`)).html);
  const offered = list.querySelectorAll("[name=startAt]").map((input) => input.getAttribute("value")!);
  const arrangement = list.querySelector("[name=arrangement]")!.getAttribute("value")!;
  expect(offered).not.toContain(String(meetsAt));
  const moved = await world.browse(maya.email, `${path}/move`, { arrangement, startAt: offered.at(-1)! });
  expect(led(moved)).toEqual([303, "/student?done=move"]);
  expect((await world.meeting())?.startAt).toBe(Number(offered.at(-1)));
});

it("says that a time is set once one is chosen on the page of a meeting that is called off", async () => {
  const arrangement = String((await world.meeting())?.arrangement);
  const off = await world.browse(maya.email, `${path}/call-off`, { arrangement });
  expect(led(off)).toEqual([303, "/student?done=call-off"]);
  const again = parse((await world.browse(maya.email, `${path}/call-off`)).html);
  const shown = (name: string) => again.querySelector(`[name=${name}]`)!.getAttribute("value")!;
  const form = { arrangement: shown("arrangement"), startAt: shown("startAt") };
  expect(led(await world.browse(maya.email, `${path}/call-off`, form))).toEqual([303, "/student?done=move"]);
  expect((await world.meeting())?.startAt).toBe(Number(form.startAt));
});

it("offers to run late from three hours before the start, and not earlier", async () => {
  await world.advanceTo(meetsAt - 3 * hour - 1);
  expect((await world.browse(maya.email, "/student")).text).not.toContain("running late");
  await world.advanceTo(meetsAt - 3 * hour);
  expect((await world.browse(maya.email, "/student")).text).toContain(
    "I'm running late by 5 minutes 10 minutes 15 minutes 20 minutes",
  );
  const arrangement = String((await world.meeting())?.arrangement);
  for (const _press of ["the first", "the same once more"]) {
    const said = await world.browse(maya.email, `${path}/run-late`, { arrangement, minutes: "10" });
    expect(led(said)).toEqual([303, "/student?done=run-late"]);
    expect((await world.browse(maya.email, "/student?done=run-late")).text).toMatch(
      /^The other person has been told that you are running late\. Your meetings /,
    );
    expect((await world.meeting())?.late).toEqual({ student: 10 });
  }
});

it("asks whether they met once the time is over, and shows nobody's answer as yet", async () => {
  await world.advanceTo(meetsAt + 2 * hour);
  expect((await world.browse(maya.email, "/student")).text).toContain("Did you and Ravi Menon meet?");
  const page = await world.browse(maya.email, `${path}/answer`, { worth: "4" });
  expect(page.status).toBe(422);
  expect(page.text).toMatch(
    /^Nothing was saved yet\. Please look at this again: Say whether you met\. Did you and Ravi Menon meet\?/,
  );
  const answered = await world.browse(maya.email, `${path}/answer`, {
    attendance: "met",
    worth: "4",
    nextStep: "Shadow the clinic.",
  });
  expect(led(answered)).toEqual([303, "/student?done=answer"]);
  expect((await world.meeting())?.answers).toMatchObject({ student: { attendance: "met", worth: 4 } });
  expect((await world.browse(maya.email, "/student")).text).toContain(
    "You have answered. Until Ravi Menon has answered as well",
  );
  expect((await world.mentorship())?.nextStep?.notes).toEqual({ student: "Shadow the clinic." });
});

it("leaves the month out, and says of the other person's mail only what is so", async () => {
  const says =
    "The month is left out. If a meeting was booked, you both get a mail; if none was, the other person reads it on his or her page.";
  const letters = () => world.mailbox.length;
  await world.browse(maya.email, `${path}/call-off`, { arrangement: "1" });
  const invitedAndCalledOff = letters();
  expect(invitedAndCalledOff).toBe(4);
  const asked = await world.browse(maya.email, `${path}/skip-month`);
  expect(asked.text).toContain(
    "If only the time is wrong, choose another one instead. Leave December 2026 out",
  );
  expect(led(await world.browse(maya.email, `${path}/skip-month`, { arrangement: "2" }))).toEqual([
    303,
    "/student?done=skip-month",
  ]);
  expect((await world.browse(maya.email, "/student?done=skip-month")).text.slice(0, says.length)).toBe(says);
  expect(letters()).toBe(invitedAndCalledOff);
  expect((await world.browse(ravi.email, "/mentor")).text).toContain(
    "December 2026Maya ChenThe month was left out",
  );
});

it("still asks whether they met when the pairing has ended since", async () => {
  await world.advanceTo(meetsAt + 2 * hour);
  await world.browse(maya.email, "/student/mentorships/pairaaaa/not-for-me", {});
  expect((await world.browse(maya.email, "/student")).text).toContain("Did you and Ravi Menon meet?");
  expect(led(await world.browse(maya.email, `${path}/answer`, { attendance: "met" }))).toEqual([
    303,
    "/student?done=answer",
  ]);
  expect((await world.meeting())?.answers.student?.attendance).toBe("met");
});

it("names the occasions of thanks in words that stay true, on the page and where the thanks are written", async () => {
  await world.close();
  const milestones = (["third-meeting", "sixth-meeting", "year-end"] as const).map((kind) => ({
    key: kind,
    kind,
    reachedAt: 1,
    promptedAt: 2,
  }));
  world = await openOwnWorld({ mentorship: { milestones } }, { booked: false });
  const orNot = "Thank Ravi Menon, or rather not";
  expect((await world.browse(maya.email, "/student")).text).toContain(
    `A word of thanks?The occasion: your third meeting together. ${orNot}The occasion: your sixth meeting together. ${orNot}The occasion: the end of the school year. ${orNot} Your mentors`,
  );
  const page = await world.browse(maya.email, "/student/mentorships/pairaaaa/thank/third-meeting");
  expect(page.text).toMatch(
    /^A word of thanks to Ravi Menon\? The occasion: your third meeting together\. Two sentences/,
  );
});

it("shows no meeting as still to come with somebody who is no longer the mentor", async () => {
  await world.close();
  world = await openOwnWorld({ mentorship: { state: "lapsed" } });
  expect((await world.browse(maya.email, "/student")).text).toMatch(
    /^Your meetings Nothing is planned at the moment\. Once you have a mentor, /,
  );
});

it.each(["confirm", "move", "call-off", "skip-month", "run-late", "prepare", "answer"])(
  "nobody else can open or do “%s”",
  async (verb) => {
    const before = await world.meeting();
    const asMentor = `/mentor/meetings/aaaapair-2026-12/${verb}`;
    expect((await world.browse(ravi.email, asMentor)).status).toBe(404);
    expect((await world.browse(ravi.email, asMentor, { arrangement: "1" })).status).toBe(404);
    expect((await world.browse(maya.email, `/student/meetings/x/${verb}`)).status).toBe(404);
    expect(await world.meeting()).toEqual(before);
  },
);
