/** What time brings about for a meeting, told in New York's wall time. */
import { expect, it } from "vitest";
import { booked, diary, unplaced } from "./a-life.ts";

it("prepares three days before, reminds both the day before, asks after the end, nudges once and closes", () => {
  expect(diary(booked("2026-12-10 17:00"), "2026-11-24 09:00", "2026-12-31 00:00")).toEqual([
    "2026-12-07 17:00 prepare → student",
    "2026-12-09 17:00 reminder → student",
    "2026-12-09 17:00 reminder → mentor",
    "2026-12-10 18:15 did-you-meet → student",
    "2026-12-10 18:15 did-you-meet → mentor",
    "2026-12-10 18:15 is asked",
    "2026-12-12 18:00 feedback-nudge → student",
    "2026-12-12 18:00 feedback-nudge → mentor",
    "2026-12-17 18:00 is unknown",
  ]);
});

it("counts a day back on the reader's own wall when the clocks change in between", () => {
  // New York goes to summer time on 14 March 2027 at 02:00; Kolkata does not.
  const meeting = { ...booked("2027-03-14 17:00"), month: "2027-03" };
  expect(diary(meeting, "2027-03-10 09:00", "2027-03-14 17:00")).toEqual([
    "2027-03-11 17:00 prepare → student",
    "2027-03-13 16:00 reminder → mentor",
    "2027-03-13 17:00 reminder → student",
  ]);
});

it("reminds nobody of what was arranged after the reminder's hour", () => {
  expect(
    diary(booked("2026-12-10 17:00", "2026-12-10 08:00"), "2026-12-10 08:00", "2026-12-10 18:00"),
  ).toEqual([]);
});

it("skips preparation that has become pointless, and a reminder two hours before the start", () => {
  // Nobody looked until 15:00 of the day itself, as after a long outage.
  expect(diary(booked("2026-12-10 17:00"), "2026-12-10 15:00", "2026-12-10 17:00")).toEqual([]);
});

it("lets a month go that found no time", () => {
  expect(diary(unplaced, "2026-12-30 00:00", "2027-01-02 00:00")).toEqual([
    "2027-01-01 00:00 is not-arranged",
  ]);
});
