/** A pair without a time in common adds some behind the link of its mail, and hears at once whether that was enough. */
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { readMail } from "../../../infra/local/read-mail.ts";
import { changeAvailability } from "../../../shared/runtime/act-on-person.ts";
import { openPairWorld } from "./a-pair-in-december.ts";
import { dump, open } from "./pages-world.ts";

const evenings = {
  availability: {
    weekly: [{ day: "Mon" as const, start: "20:00", end: "21:00", level: "free" as const }],
    overrides: [],
    absences: [],
  },
};

it("enough: the meeting is booked, and both are invited", async () => {
  const world = await openPairWorld({ maya: evenings }, { booked: false });
  const path = await world.give("add-time", "student");
  world.newMail();
  const page = await open(world, path);
  expect(page.text.slice(0, 300)).toContain(
    "No time has been found yet for you and Ravi Menon in December 2026.",
  );
  expect(page.text).toContain("nowhere in December 2026 are both of you free for 45 minutes in a row");
  expect(parse(page.html).querySelector("input[name=from-0]")?.getAttribute("value")).toBe("20:00");

  const form = {
    timeZone: "America/New_York",
    "day-0": "Mon",
    "from-0": "20:00",
    "to-0": "21:00",
    dates: "2026-12-08: 07:00-07:45",
  };
  const saved = await open(world, path, { form });
  const says = "Your times are saved. With them, a time was found: you and Ravi Menon get an invitation.";
  expect([saved.status, saved.text.slice(0, says.length)]).toEqual([200, says]);
  expect((await world.meeting()).startAt).toBe(Date.UTC(2026, 11, 8, 12));
  expect(world.newMail()).toEqual([
    "Meeting with Ravi Menon: Tuesday, December 8, 7:00 AM → maya@riverside.example.edu",
    "Meeting with Maya Chen: Tuesday, December 8, 5:30 PM → ravi@riverside.example.edu",
  ]);
  await world.close();
});

it("not enough: the page says so, and why", async () => {
  const world = await openPairWorld({ maya: evenings }, { booked: false });
  const path = await world.give("add-time", "student");
  const form = { timeZone: "America/New_York", "day-0": "Mon", "from-0": "19:00", "to-0": "21:00" };
  const saved = await open(world, path, { form });
  const says = "Your times are saved. There is still no time for you and Ravi Menon in December 2026.";
  expect([saved.status, saved.text.slice(0, says.length)]).toEqual([200, says]);
  expect((await world.person("maya")).availability.weekly).toEqual([
    { day: "Mon", start: "19:00", end: "21:00", level: "free" },
  ]);
  await world.close();
});

it("times of this month that are past: page and mail say that the last is past", async () => {
  const morning = { start: "07:00", end: "07:45", level: "free" as const };
  const once = { weekly: [], overrides: [{ date: "2026-12-08", windows: [morning] }], absences: [] };
  const world = await openPairWorld({ maya: { availability: once } }, { booked: false });
  // 9:00 AM in New York, 7:30 PM in Kolkata
  await world.advanceTo(Date.UTC(2026, 11, 16, 14));
  world.newMail();
  const form = { timeZone: "America/New_York", dates: "2026-12-08: 07:00-07:45" };
  expect((await open(world, await world.give("add-time", "student"), { form })).status).toBe(200);
  const why = "You and Ravi Menon do have times in common, but the last of them in December 2026 is past.";
  for (const verb of ["add-time", "move"] as const)
    expect((await open(world, await world.give(verb, "student"))).text).toContain(why);
  expect(world.newMail()).toEqual([
    "No time found yet with Ravi Menon for December 2026 → maya@riverside.example.edu",
    "No time found yet with Maya Chen for December 2026 → ravi@riverside.example.edu",
  ]);
  const { text } = await readMail(world.mailbox.at(-2)!);
  expect(text.replace(/\s+/g, " ")).toContain(
    `${why} What would help --------------- A single date before the month ends is enough, even outside your usual times.`,
  );
  await world.close();
});

it("a row that cannot be read is told beside the row, and nothing is saved", async () => {
  const world = await openPairWorld({ maya: evenings }, { booked: false });
  const path = await world.give("add-time", "student");
  const before = await dump(world);
  const form = {
    timeZone: "America/New_York",
    "day-0": "Mon",
    "from-0": "21:00",
    "to-0": "20:00",
    dates: "soon",
  };
  const refused = await open(world, path, { form });
  expect(refused.status).toBe(422);
  const page = parse(refused.html);
  expect(page.querySelectorAll(".faults a").map((link) => link.getAttribute("href"))).toEqual([
    "#field-day-0",
    "#field-dates",
  ]);
  expect(page.querySelector("input[name=from-0]")?.getAttribute("value")).toBe("21:00");
  expect(page.querySelector("textarea[name=dates]")?.textContent.trim()).toBe("soon");
  expect(await dump(world)).toEqual(before);
  await world.close();
});

it("a page from before another change of the free time wipes nothing, and what was typed is still there", async () => {
  const world = await openPairWorld({ maya: evenings }, { booked: false });
  const path = await world.give("add-time", "student");
  const madeFrom = parse((await open(world, path)).html)
    .querySelector("[name=made-from]")!
    .getAttribute("value")!;
  const absences = "2026-12-14..2026-12-18 exam";
  const form = { timeZone: "America/New_York", absences };
  await changeAvailability(world.runtime, "maya", { weekly: [], overrides: [], absences: [] });
  const before = await dump(world);
  const refused = await open(world, path, { form: { ...form, "made-from": madeFrom } });
  expect([refused.status, parse(refused.html).querySelector(".faults li")?.textContent]).toEqual([
    422,
    "Your free time has changed since this page was opened. It is now: no times at all; America/New_York. What you typed is still here: add what it lacks, and save again.",
  ]);
  expect(parse(refused.html).querySelector("[name=absences]")?.textContent.trim()).toBe(absences);
  expect(await dump(world)).toEqual(before);
  await world.close();
});
