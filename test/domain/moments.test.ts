/** A moment is told in the reader's words, and in the other's where their clocks differ. */
import { describe, expect, test } from "vitest";
import {
  clockTime,
  describeDay,
  describeDayAt,
  describeForBoth,
  describeMoment,
  describeMonth,
  describeSpan,
  offsetName,
  twelveHour,
  zoneName,
} from "../../shared/domain/moments.ts";

const newYork = "America/New_York";
const utc = Date.parse;

describe("a stretch of time", () => {
  test.each([
    [newYork, "2026-12-10T22:00Z", 45, "Thursday, December 10, 2026, 5:00–5:45 PM (New York time, UTC−5)"],
    // summer time
    [newYork, "2026-07-01T22:00Z", 45, "Wednesday, July 1, 2026, 6:00–6:45 PM (New York time, UTC−4)"],
    // over noon both halves are named
    [
      newYork,
      "2026-12-10T16:30Z",
      45,
      "Thursday, December 10, 2026, 11:30 AM–12:15 PM (New York time, UTC−5)",
    ],
    // up to noon, and from noon
    [
      newYork,
      "2026-12-10T16:15Z",
      45,
      "Thursday, December 10, 2026, 11:15 AM–12:00 PM (New York time, UTC−5)",
    ],
    [newYork, "2026-12-10T17:00Z", 30, "Thursday, December 10, 2026, 12:00–12:30 PM (New York time, UTC−5)"],
    // over midnight and New Year
    [
      newYork,
      "2027-01-01T04:30Z",
      60,
      "Thursday, December 31, 2026, 11:30 PM–12:30 AM Friday (New York time, UTC−5)",
    ],
    // from midnight
    [newYork, "2027-01-01T05:00Z", 30, "Friday, January 1, 2027, 12:00–12:30 AM (New York time, UTC−5)"],
    // through the hour that comes twice: the clock stands where it stood
    [newYork, "2026-11-01T05:30Z", 60, "Sunday, November 1, 2026, 1:30 AM–1:30 AM (New York time, UTC−4)"],
    [
      "Asia/Kolkata",
      "2026-12-10T22:00Z",
      45,
      "Friday, December 11, 2026, 3:30–4:15 AM (Kolkata time, UTC+5:30)",
    ],
    [
      "America/Argentina/Buenos_Aires",
      "2026-12-10T22:00Z",
      45,
      "Thursday, December 10, 2026, 7:00–7:45 PM (Buenos Aires time, UTC−3)",
    ],
    [
      "Europe/London",
      "2026-12-10T22:00Z",
      45,
      "Thursday, December 10, 2026, 10:00–10:45 PM (London time, UTC+0)",
    ],
    ["UTC", "2026-12-10T22:00Z", 45, "Thursday, December 10, 2026, 10:00–10:45 PM (UTC)"],
    ["Etc/GMT+5", "2026-12-10T22:00Z", 45, "Thursday, December 10, 2026, 5:00–5:45 PM (UTC−5)"],
  ])("%s %s + %i", (zone, start, minutes, expected) => {
    expect(describeSpan(utc(start), minutes, zone)).toBe(expected);
  });
});

describe("for a reader whose partner lives by another clock", () => {
  const line = "Thursday, December 10, 2026, 5:00–5:45 PM (New York time, UTC−5)";
  test.each([
    ["Asia/Kolkata", `${line} (for Priya: 3:30–4:15 AM Friday, Kolkata time, UTC+5:30)`],
    ["America/Los_Angeles", `${line} (for Priya: 2:00–2:45 PM Thursday, Los Angeles time, UTC−8)`],
    // another name, the same clock
    ["America/Toronto", line],
    ["America/Panama", line], // UTC−5 all year: the same in December
    [newYork, line],
    ["UTC", `${line} (for Priya: 10:00–10:45 PM Thursday, UTC)`],
    // a day that is the same for both
    ["Atlantic/Azores", `${line} (for Priya: 9:00–9:45 PM Thursday, Azores time, UTC−1)`],
    ["Europe/Paris", `${line} (for Priya: 11:00–11:45 PM Thursday, Paris time, UTC+1)`],
  ])("%s", (timeZone, expected) => {
    expect(describeForBoth(utc("2026-12-10T22:00Z"), 45, newYork, { name: "Priya", timeZone })).toBe(
      expected,
    );
  });

  test("in July Panama's clock does differ", () => {
    expect(
      describeForBoth(utc("2026-07-01T22:00Z"), 45, newYork, { name: "Priya", timeZone: "America/Panama" }),
    ).toBe(
      "Wednesday, July 1, 2026, 6:00–6:45 PM (New York time, UTC−4) (for Priya: 5:00–5:45 PM Wednesday, Panama time, UTC−5)",
    );
  });

  test("over the other's midnight both weekdays are named", () => {
    expect(
      describeForBoth(utc("2026-12-10T22:30Z"), 45, newYork, { name: "Priya", timeZone: "Europe/Paris" }),
    ).toBe(
      "Thursday, December 10, 2026, 5:30–6:15 PM (New York time, UTC−5) (for Priya: 11:30 PM Thursday–12:15 AM Friday, Paris time, UTC+1)",
    );
  });
});

test("a moment, a day, a month, a clock", () => {
  const instant = utc("2026-12-05T03:05Z");
  expect(describeMoment(instant, newYork)).toBe("Friday, December 4, 2026, 10:05 PM (New York time, UTC−5)");
  expect(describeDayAt(instant, newYork)).toBe("Friday, December 4, 2026");
  expect(describeDay("2028-02-29")).toBe("Tuesday, February 29, 2028");
  expect(describeMonth("2026-12")).toBe("December 2026");
  expect(clockTime(instant, "Asia/Kathmandu")).toBe("8:50 AM");
});

test("every hour in twelve-hour style", () => {
  expect(["00:00", "00:30", "01:00", "11:59", "12:00", "13:05", "23:59", "24:00"].map(twelveHour)).toEqual([
    "12:00 AM",
    "12:30 AM",
    "1:00 AM",
    "11:59 AM",
    "12:00 PM",
    "1:05 PM",
    "11:59 PM",
    "12:00 AM",
  ]);
});

test("zones go by their city as it is called today, zones without one by their distance", () => {
  expect(
    [
      "America/New_York",
      "America/Port-au-Prince",
      "US/Eastern",
      "UTC",
      "Etc/UTC",
      "Etc/GMT",
      "GMT",
      "Etc/GMT-14",
      "Asia/Kolkata",
      "Asia/Calcutta",
      "America/Buenos_Aires",
    ].map(zoneName),
  ).toEqual([
    "New York time",
    "Port-au-Prince time",
    "Eastern time",
    "UTC",
    "UTC",
    "UTC",
    "UTC",
    "UTC+14",
    "Kolkata time",
    "Kolkata time",
    "Buenos Aires time",
  ]);
  expect([-300, 330, 0, -210, 345, 825].map(offsetName)).toEqual([
    "UTC−5",
    "UTC+5:30",
    "UTC+0",
    "UTC−3:30",
    "UTC+5:45",
    "UTC+13:45",
  ]);
});
