/** A mail that SES does not take now waits: seconds for the rate, minutes for a pause, until tomorrow for the quota. */
import { expect, it } from "vitest";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import { type NotNow, parkedUntil } from "../../shared/domain/parking.ts";
import { inNewYork } from "./lifecycle/a-life.ts";

const school = { timeZone: "America/New_York", quietHours: { from: "21:00", to: "07:00" } };
const now = inNewYork("2026-12-09 17:00");

const seconds = (letter: LetterName, why: NotNow, attempt: number, notAfter = "2026-12-20 15:00"): number =>
  (parkedUntil({ letter, attempt, notAfter: inNewYork(notAfter) }, why, now, school) - now) / 1000;

it.each<[LetterName, NotNow, number[]]>([
  ["reminder", "rate", [5, 10, 20, 40, 40]],
  ["sign-in-link", "rate", [0.5, 1, 1, 1, 1]],
  ["reminder", "paused", [60, 300, 900, 3600, 3600]],
  ["reminder", "denied", [60, 300, 900, 3600, 3600]],
])("a %s refused for the %s waits longer each time", (letter, why, waits) => {
  expect(waits.map((_, index) => seconds(letter, why, index + 1))).toEqual(waits);
});

it("waits for the end of tomorrow's quiet hours when the day's mails are used up", () => {
  expect(seconds("reminder", "quota", 1)).toBe(14 * 3600);
});

it("tries again in an hour where tomorrow would be too late", () => {
  expect(seconds("reminder", "quota", 1, "2026-12-10 07:00")).toBe(3600);
});
