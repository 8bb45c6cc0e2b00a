/** A time zone is taken when it says of which place it is, and a refusal says which one to use. */
import { describe, expect, test } from "vitest";
import { isTimeZone, readTimeZone } from "../../shared/domain/time-zones.ts";

describe("a zone is a name that Intl knows", () => {
  test.each([
    ["America/New_York", true],
    ["Europe/Kyiv", true], // not in Intl.supportedValuesOf
    ["Asia/Kolkata", true],
    ["America/Argentina/Buenos_Aires", true],
    ["America/Port-au-Prince", true],
    ["Etc/GMT+5", true],
    ["UTC", true],
    ["+05:00", false], // an offset knows no summer time
    ["-0500", false],
    ["", false],
    ["New York", false],
    ["Mars/Olympus", false],
    ["america/new_york", false], // Intl would take it, and then it would not equal the same zone elsewhere
    ["AMERICA/NEW_YORK", false],
    ["asia/kolkata", false], // Intl knows it by another name
    ["Asia/Ho_chi_minh", false],
    ["Asia/Calcutta", true],
    ["ASIA/KOLKATA", false],
    ["utc", false],
    ["NZ-CHAT", true],
    ["Europe/Berlin\n", false],
  ])("%j %s", (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });
});

describe("a zone is taken from people", () => {
  test.each([
    "America/New_York",
    "Europe/Kyiv",
    "America/Argentina/Buenos_Aires",
    "US/Eastern",
    "Antarctica/Troll",
    "UTC",
  ])("%s as it is written", (text) => {
    expect(readTimeZone(text)).toEqual({ ok: true, value: text });
  });

  test.each([
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
    ["Europe/Kiev", "Europe/Kyiv"],
  ])("%s by its name of today, %s", (text, value) => {
    expect(readTimeZone(text)).toEqual({ ok: true, value });
  });

  const somewhere = "an IANA time zone such as America/New_York";
  test.each([
    ["EST", "America/New_York"], // Intl takes it for Panama, without summer time
    ["EDT", "America/New_York"], // Intl does not know it
    ["ET", "America/New_York"],
    ["est", "America/New_York"],
    ["CST", "America/Chicago"],
    ["MST", "America/Denver"],
    ["PT", "America/Los_Angeles"],
    ["AKST", "America/Anchorage"],
    ["HST", "Pacific/Honolulu"],
    ["GMT", "Europe/London"],
    ["BST", "Europe/London"], // Intl takes it for Dhaka
    ["CET", "Europe/Paris"],
    ["EET", "Europe/Athens"],
    ["WET", "Europe/Lisbon"],
    ["EST5EDT", "America/New_York"],
    ["PST8PDT", "America/Los_Angeles"],
    ["Japan", "Asia/Tokyo"],
    ["Zulu", "UTC"],
    ["Etc/UTC", "UTC"],
    ["etc/utc", "UTC"],
    ["AST", somewhere], // Intl takes it for Anchorage
    ["Etc/GMT+5", somewhere],
    ["etc/gmt+5", somewhere],
    ["SystemV/EST5EDT", somewhere],
    ["New York", somewhere],
    ["+05:00", somewhere],
    ["", somewhere],
  ])("only with a place: %j is refused for %s", (text, instead) => {
    expect(readTimeZone(text)).toEqual({
      ok: false,
      refusal: `does not name a region and a city; use ${instead}`,
    });
  });

  test.each([
    ["Mars/Olympus", "is not an IANA time zone such as America/New_York"],
    ["america/new_york", "is not an IANA time zone; it is written America/New_York"],
    ["utc", "is not an IANA time zone; it is written UTC"],
    ["asia/kolkata", "is not an IANA time zone; it is written Asia/Kolkata"],
    ["asia/calcutta", "is not an IANA time zone; it is written Asia/Kolkata"],
    ["Asia/Ho_chi_minh", "is not an IANA time zone; it is written Asia/Ho_Chi_Minh"],
  ])("only as Intl knows it: %s is refused", (text, refusal) => {
    expect(readTimeZone(text)).toEqual({ ok: false, refusal });
  });
});
