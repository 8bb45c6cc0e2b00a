/** Dates are read as a calendar and a wall clock show them. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addDays,
  civilAt,
  dateOf,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstDay,
  isCivilDate,
  lastDay,
  minutesOf,
  monthOf,
  nextMonth,
  wallToInstant,
  weekdayOf,
} from "../../shared/domain/calendar.ts";

describe("a date is a day that the calendar has", () => {
  test.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2100-02-29", false], // no leap year
    ["2000-02-29", true], // but this one was
    ["2026-02-30", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["2026-1-1", false],
    ["26-01-01", false],
    ["2026-01-01T00:00", false],
    ["", false],
  ])("%j %s", (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
  });
});

describe("months and weekdays", () => {
  test.each([
    ["2026-12", "2027-01", "2026-12-31", 31],
    ["2026-02", "2026-03", "2026-02-28", 28],
    ["2028-02", "2028-03", "2028-02-29", 29],
    ["2026-01", "2026-02", "2026-01-31", 31],
    ["2026-11", "2026-12", "2026-11-30", 30],
  ])("%s is followed by %s and ends on %s, day %i", (month, next, last, days) => {
    expect([nextMonth(month), lastDay(month), daysInMonth(month)]).toEqual([next, last, days]);
    expect([firstDay(month), monthOf(last)]).toEqual([`${month}-01`, month]);
  });

  test("every day of a century has Temporal's weekday and successor", () => {
    let date = Temporal.PlainDate.from("1999-12-25");
    for (let number = dayNumber(date.toString()); date.year < 2101; number++, date = date.add({ days: 1 })) {
      const text = date.toString();
      if (dayNumber(text) !== number || dateOf(number) !== text || weekdayOf(text) !== date.dayOfWeek - 1)
        expect.fail(`${text} is ${dateOf(number)}, day ${dayNumber(text)}, weekday ${weekdayOf(text)}`);
    }
    expect(dateOf(dayNumber("2100-12-31") + 1)).toBe("2101-01-01");
  });

  test("adding the days between two dates leads from one to the other", () => {
    const dates = fc.integer({ min: -30_000, max: 60_000 }).map(dateOf);
    fc.assert(fc.property(dates, dates, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });
});

describe("a text that is no date or time", () => {
  test("is a fault", () => {
    expect(() => dayNumber("soon")).toThrow(RangeError);
    expect(() => minutesOf("noon")).toThrow(RangeError);
    expect(() => wallToInstant("2026-01-01", "10:00", "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("what the wall shows", () => {
  const instant = Date.UTC(2026, 11, 10, 22, 5, 59);
  test.each([
    [
      "America/New_York",
      { date: "2026-12-10", time: "17:05", weekday: 3, offsetMinutes: -300, minuteOfDay: 1025 },
    ],
    [
      "Asia/Kathmandu",
      { date: "2026-12-11", time: "03:50", weekday: 4, offsetMinutes: 345, minuteOfDay: 230 },
    ],
    [
      "Pacific/Chatham",
      { date: "2026-12-11", time: "11:50", weekday: 4, offsetMinutes: 825, minuteOfDay: 710 },
    ],
    ["UTC", { date: "2026-12-10", time: "22:05", weekday: 3, offsetMinutes: 0, minuteOfDay: 1325 }],
  ])("in %s", (zone, expected) => {
    expect(civilAt(instant, zone)).toEqual(expected);
  });

  test("24:00 is the next day's midnight", () => {
    expect(wallToInstant("2026-12-31", "24:00", "Asia/Tokyo")).toBe(
      wallToInstant("2027-01-01", "00:00", "Asia/Tokyo"),
    );
  });
});
