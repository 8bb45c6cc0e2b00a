/** What can wait is held back until the end of the reader's quiet hours. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wallToInstant } from "../../shared/domain/calendar.ts";
import { afterQuietHours } from "../../shared/domain/quiet-hours.ts";

const newYork = "America/New_York";
const night = { from: "21:00", to: "07:00" };

const at = (wall: string, zone: string) => wallToInstant(wall.slice(0, 10), wall.slice(11), zone);

describe("over an ordinary night", () => {
  test.each([
    ["2026-12-03T12:00", "2026-12-03T12:00"], // by day
    ["2026-12-03T20:59", "2026-12-03T20:59"], // the last minute of the day
    ["2026-12-03T21:00", "2026-12-04T07:00"], // the first quiet minute
    ["2026-12-03T23:59", "2026-12-04T07:00"],
    ["2026-12-04T00:00", "2026-12-04T07:00"], // after midnight the morning is today's
    ["2026-12-04T06:59", "2026-12-04T07:00"],
    ["2026-12-04T07:00", "2026-12-04T07:00"], // the end is not quiet
    ["2026-12-31T22:00", "2027-01-01T07:00"], // into the new year
  ])("%s waits until %s", (asked, expected) => {
    expect(afterQuietHours(at(asked, newYork), night, newYork)).toBe(at(expected, newYork));
  });
});

describe("with other hours", () => {
  test.each([
    ["13:00", "14:00", "2026-12-03T13:30", "2026-12-03T14:00"], // a quiet lunch, within one day
    ["13:00", "14:00", "2026-12-03T12:59", "2026-12-03T12:59"],
    ["13:00", "14:00", "2026-12-03T14:00", "2026-12-03T14:00"],
    ["00:00", "06:00", "2026-12-03T00:00", "2026-12-03T06:00"], // from midnight
    ["00:00", "06:00", "2026-12-03T23:59", "2026-12-03T23:59"],
    ["22:00", "00:00", "2026-12-03T23:00", "2026-12-04T00:00"], // until midnight
    ["22:00", "00:00", "2026-12-04T00:00", "2026-12-04T00:00"],
    ["08:00", "08:00", "2026-12-03T08:00", "2026-12-03T08:00"], // equal: none
  ])("from %s to %s, %s waits until %s", (from, to, asked, expected) => {
    expect(afterQuietHours(at(asked, newYork), { from, to }, newYork)).toBe(at(expected, newYork));
  });
});

describe("on the nights the clocks change", () => {
  test.each([
    // New York goes from 2:00 to 3:00: the night is an hour shorter, the morning still 7:00 (UTC−4)
    [newYork, night, "2026-03-08T04:00Z", "2026-03-08T11:00Z"],
    // and from 2:00 back to 1:00: the morning is 7:00 by the new clock (UTC−5)
    [newYork, night, "2026-11-01T04:00Z", "2026-11-01T12:00Z"],
    // an end inside the gap, 2:30, is 3:30 by the new clock, for who asks before the gap and after it
    [newYork, { from: "21:00", to: "02:30" }, "2026-03-08T06:59Z", "2026-03-08T07:30Z"],
    [newYork, { from: "21:00", to: "02:30" }, "2026-03-08T07:15Z", "2026-03-08T07:30Z"],
    // an end that comes twice, 1:30, is the first one; when the clock shows 1:15 again it is no longer night
    [newYork, { from: "21:00", to: "01:30" }, "2026-11-01T05:15Z", "2026-11-01T05:30Z"],
    [newYork, { from: "21:00", to: "01:30" }, "2026-11-01T06:15Z", "2026-11-01T06:15Z"],
    // Lord Howe moves by half an hour, to UTC+11
    ["Australia/Lord_Howe", night, "2026-10-03T13:00Z", "2026-10-03T20:00Z"],
    // Santiago has no midnight that day: 1:00 follows 23:59
    ["America/Santiago", { from: "21:00", to: "00:00" }, "2026-09-06T03:30Z", "2026-09-06T04:00Z"],
  ])("%s %j: %s waits until %s", (zone, hours, asked, expected) => {
    expect(afterQuietHours(Date.parse(asked), hours, zone)).toBe(Date.parse(expected));
  });
});

test("waiting never goes back, never takes a day, keeps the order, and once done is done", () => {
  const clock = fc
    .nat(95)
    .map(
      (quarter) => `${String(quarter >> 2).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
    );
  const moment = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 });
  const zone = fc.constantFrom(
    newYork,
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Kathmandu",
  );
  fc.assert(
    fc.property(moment, fc.nat(600), clock, clock, zone, (minutes, later, from, to, where) => {
      const first = minutes * 60_000;
      const second = first + later * 60_000;
      const sent = afterQuietHours(first, { from, to }, where);
      expect(sent).toBeGreaterThanOrEqual(first);
      expect(sent - first).toBeLessThan(26 * 3_600_000);
      expect(afterQuietHours(second, { from, to }, where)).toBeGreaterThanOrEqual(Math.max(sent, second));
      expect(afterQuietHours(sent, { from, to }, where)).toBe(sent);
    }),
    { numRuns: 500 },
  );
});
