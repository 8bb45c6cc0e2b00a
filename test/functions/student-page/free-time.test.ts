/** Free time is saved whole or refused with what was typed still there; a pair without a time is tried again with it. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadMeeting } from "../../../shared/records/meetings.ts";
import { changePerson } from "../../../shared/runtime/act-on-person.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { maya, meetingId, meetsAt, type OwnWorld, openOwnWorld } from "../../pages/own-world.ts";

let world: OwnWorld;
beforeEach(async () => {
  world = await openOwnWorld({}, { booked: false });
});
afterEach(() => world.close());

it("what cannot be read is refused with a sentence, and nothing that was typed is lost", async () => {
  const form = {
    timeZone: "America/Chicago",
    "day-0": "Fri",
    "from-0": "18:00",
    "to-0": "17:00",
    "level-0": "if needed",
    absences: "next week",
  };
  const page = await world.browse(maya.email, "/student/time", form);
  expect(page.status).toBe(422);
  const shown = parse(page.html);
  const summary = shown.querySelectorAll(".faults li").map(({ textContent }) => textContent);
  expect(summary).toEqual([
    "Weekly time 1: it ends before it starts. For a time that runs past midnight, use one row until 12:00 AM and one from 12:00 AM of the next day.",
    "“next week” cannot be read: write it like “2026-12-14..2026-12-18 exam”.",
  ]);
  // Each sentence leads to its field, which is there and points back to the sentence.
  for (const link of shown.querySelectorAll(".faults a")) {
    const field = shown.querySelector(link.getAttribute("href")!);
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    const described = field?.getAttribute("aria-describedby")?.split(" ") ?? [];
    expect(described.map((id) => shown.getElementById(id)?.textContent.trim() ?? "").join(" ")).toContain(
      link.textContent,
    );
  }
  const value = (name: string) =>
    shown.querySelector(`[name="${name}"]`)?.getAttribute("value") ??
    shown.querySelector(`[name="${name}"] option[selected]`)?.getAttribute("value");
  expect(["timeZone", "day-0", "from-0", "to-0", "level-0"].map(value)).toEqual([
    "America/Chicago",
    "Fri",
    "18:00",
    "17:00",
    "if needed",
  ]);
  expect(shown.querySelector("[name=absences]")?.textContent.trim()).toBe("next week");
  expect((await world.person(maya.id))?.revision).toBe(1);
});

it("new times are saved, and the pair that had none in common gets its meeting", async () => {
  const { mornings } = {
    mornings: { "day-0": "Tue", "from-0": "07:00", "to-0": "09:00", "level-0": "free" },
  };
  expect(await loadMeeting(tableOf(world.runtime), "pairaaaa-2026-12")).toBeUndefined();
  const page = await world.browse(maya.email, "/student/time", { timeZone: "America/New_York", ...mornings });
  expect([page.status, page.headers.get("location")]).toEqual([303, "/student/time?done=time-found"]);
  expect((await world.person(maya.id))?.availability).toEqual({
    weekly: [{ day: "Tue", start: "07:00", end: "09:00", level: "free" }],
    overrides: [],
    absences: [],
  });
  expect((await world.meeting())?.state).toBe("booked");
  const says =
    "Your free time is saved. With it, a time for a meeting was found: you both get an invitation. Your free time";
  const told = await world.browse(maya.email, "/student/time?done=time-found");
  expect(told.text.slice(0, says.length)).toBe(says);

  await world.advanceTo(world.now() + 1);
  const again = await world.browse(maya.email, "/student/time", {
    timeZone: "America/New_York",
    ...mornings,
  });
  expect(again.headers.get("location")).toBe("/student/time?done=time");
  expect((await world.browse(maya.email, "/student/time?done=time")).text).toMatch(
    /^Your free time is saved\. Your free time/,
  );
});

it("says at once that the time in common is thin", async () => {
  await world.browse(maya.email, "/student/time", {
    timeZone: "America/New_York",
    "day-0": "Tue",
    "from-0": "07:00",
    "to-0": "08:00",
  });
  const page = await world.browse(maya.email, "/student/time");
  expect(page.text).toContain("You and Ravi Menon have only 1 hour in common in an ordinary week.");
});

it("names a meeting that is booked outside the new times, with the ways to change it", async () => {
  await world.close();
  world = await openOwnWorld();
  const shownTime = () => world.browse(maya.email, "/student/time");
  expect((await shownTime()).text).not.toContain("outside your free time");
  await world.browse(maya.email, "/student/time", {
    timeZone: "America/New_York",
    "day-0": "Tue",
    "from-0": "07:00",
    "to-0": "11:00",
  });
  const { text, html } = await shownTime();
  expect(text).toContain(
    "Booked outside your free time Your meeting with Ravi Menon stands: Thursday, December 10",
  );
  const links = parse(html).querySelectorAll("aside .actions a");
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    `/student/meetings/${meetingId}/move`,
    `/student/meetings/${meetingId}/call-off`,
  ]);
  expect((await world.meeting())?.state).toBe("booked");
  // Once it has begun there is nothing to change.
  await world.advanceTo(meetsAt - 1);
  expect((await shownTime()).text).toContain("Booked outside your free time");
  await world.advanceTo(meetsAt);
  expect((await shownTime()).text).not.toContain("outside your free time");
});

it("a zone without a place that is known from before is shown as it is, and another is asked for", async () => {
  await world.close();
  world = await openOwnWorld({ maya: { timeZone: "EST" } }, { booked: false });
  const chosenIn = (html: string) =>
    parse(html).querySelector("[name=timeZone] option[selected]")?.getAttribute("value");
  const shown = await world.browse(maya.email, "/student/time");
  expect([shown.status, chosenIn(shown.html)]).toEqual([200, "EST"]);
  const page = await world.browse(maya.email, "/student/time", {
    timeZone: "EST",
    "day-0": "Tue",
    "from-0": "07:00",
    "to-0": "09:00",
    "level-0": "free",
  });
  expect([page.status, chosenIn(page.html)]).toEqual([422, "EST"]);
  expect(
    parse(page.html)
      .querySelectorAll(".faults li")
      .map(({ textContent }) => textContent),
  ).toEqual(["“EST” does not name a region and a city; use America/New_York."]);
  expect((await world.person(maya.id))?.revision).toBe(1);
});

const madeFrom = (html: string) => ({
  "made-from": parse(html).querySelector("[name=made-from]")?.getAttribute("value") ?? "",
});
const path = "/student/time";
const monday = { timeZone: "America/New_York", "day-0": "Mon", "from-0": "17:00", "to-0": "18:00" };
const mondayAndExam = { ...monday, absences: "2026-12-14..2026-12-18 exam" };

it("two pages open: the older one does not wipe what the newer one saved, and keeps what was typed", async () => {
  const older = (await world.browse(maya.email, path)).html;
  await world.browse(maya.email, path, { ...madeFrom(older), ...monday });
  const saved = await world.person(maya.id);

  const exam = {
    ...madeFrom(older),
    timeZone: "Europe/Paris",
    absences: mondayAndExam.absences,
    dates: "soon",
  };
  const refused = await world.browse(maya.email, path, exam);
  expect(refused.status).toBe(422);
  const shown = parse(refused.html);
  expect(
    shown.querySelectorAll(".faults a").map((link) => [link.getAttribute("href"), link.textContent]),
  ).toEqual([
    [
      "#field-weekly",
      "Your free time has changed since this page was opened. It is now: Mon 17:00-18:00; America/New_York. What you typed is still here: add what it lacks, and save again.",
    ],
    ["#field-dates", "“soon” cannot be read: write it like “2026-12-03: 10:00-12:00” or “2026-12-03: off”."],
  ]);
  expect(shown.querySelector("[name=absences]")?.textContent.trim()).toBe(exam.absences);
  expect(await world.person(maya.id)).toEqual(saved);

  // Whoever has read what stands now has the last word.
  const again = await world.browse(maya.email, path, { ...madeFrom(refused.html), ...mondayAndExam });
  expect(again.status).toBe(303);
  expect((await world.person(maya.id))?.availability).toEqual({
    weekly: saved?.availability.weekly,
    overrides: [],
    absences: [{ from: "2026-12-14", to: "2026-12-18", kind: "exam" }],
  });
});

it("pressing Save twice and any other change of the person in between refuse nothing", async () => {
  const form = { ...madeFrom((await world.browse(maya.email, path)).html), ...mondayAndExam };
  await changePerson(world.runtime, maya.id, (person) => ({ ...person, wantsOptionalMail: false }));
  for (const _press of [1, 2]) expect((await world.browse(maya.email, path, form)).status).toBe(303);
});
