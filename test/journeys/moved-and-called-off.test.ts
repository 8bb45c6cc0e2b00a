/** A meeting is confirmed, moved, called off and arranged anew; the calendar follows with one UID and a rising SEQUENCE. */
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { headingOf, meetingsOf, onePair, openStory, pairEverybody, type Story } from "./a-school.ts";

const entry = async (story: Story, who: string, letter: "invite" | "moved" | "called-off") => {
  const calendar = new ICAL.Component(ICAL.parse(await story.calendarOf(who, letter)));
  const event = calendar.getFirstSubcomponent("vevent")!;
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: value("uid"),
    sequence: value("sequence"),
    start: value("dtstart"),
    status: value("status"),
  };
};

it("tells both each time, and old reminders die with the old time", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  await story.until("2026-11-25 09:00");
  story.post();
  const invited = await entry(story, "wei", "invite");
  expect(invited).toMatchObject({
    method: "REQUEST",
    sequence: "1",
    start: "2026-12-10T22:00:00Z",
    status: "CONFIRMED",
  });

  expect(await story.press("wei", "invite", "confirm")).toMatchObject({ status: 200 });
  expect(await story.look("wei", "invite", "confirm")).toBe("The time works for you");
  const monday = String(Date.parse("2026-12-07T22:00:00Z"));
  expect(await story.press("priya", "invite", "move", { startAt: monday })).toMatchObject({ status: 200 });
  expect(await meetingsOf(story, "2026-12")).toEqual(["booked 2026-12-07 17:00 #2"]);
  expect(await entry(story, "wei", "moved")).toEqual({
    ...invited,
    sequence: "2",
    start: "2026-12-07T22:00:00Z",
  });

  await story.until("2026-12-06 18:00");
  expect(story.post()).toEqual([
    "2026-11-25 09:00 moved → wei",
    "2026-11-25 09:00 moved → priya",
    "2026-12-04 17:00 prepare → wei",
    "2026-12-06 17:00 reminder → wei",
    "2026-12-06 17:00 reminder → priya",
  ]);
  const off = await story.press("wei", "reminder", "call-off");
  expect(off.status).toBe(200);
  expect(headingOf(off.page)).not.toBe("");
  expect(await entry(story, "priya", "called-off")).toEqual({
    ...invited,
    method: "CANCEL",
    sequence: "3",
    start: "2026-12-07T22:00:00Z",
    status: "CANCELLED",
  });

  const thursday = String(Date.parse("2026-12-10T22:00:00Z"));
  expect(await story.press("wei", "called-off", "move", { startAt: thursday })).toMatchObject({
    status: 200,
  });
  expect(await meetingsOf(story, "2026-12")).toEqual(["booked 2026-12-10 17:00 #4"]);
  expect(await entry(story, "priya", "invite")).toEqual({
    ...invited,
    sequence: "4",
    start: "2026-12-10T22:00:00Z",
  });
  await story.until("2026-12-10 16:50");
  expect(await story.press("priya", "reminder", "run-late", { minutes: "10" })).toMatchObject({
    status: 200,
  });
  expect(story.post()).toEqual([
    "2026-12-06 18:00 called-off → wei",
    "2026-12-06 18:00 called-off → priya",
    "2026-12-06 18:00 invite → wei",
    "2026-12-06 18:00 invite → priya",
    "2026-12-07 17:00 prepare → wei",
    "2026-12-09 17:00 reminder → wei",
    "2026-12-09 17:00 reminder → priya",
    "2026-12-10 16:50 running-late → wei",
  ]);
  expect(story.faults).toEqual([]);
});
