/** A pair without a time is told exactly why, by each of the seven reasons, and never which of the two is away or booked. */
import { expect, test } from "vitest";
import { type UnplacedReason, unplacedReasons } from "../../shared/domain/meetings.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { contextFor, meeting } from "./cast.ts";

const { startAt: _, ...withoutTime } = meeting;
const letterFor = (reason: UnplacedReason | undefined) =>
  renderLetter(
    "no-common-time",
    contextFor("student", { meeting: { ...withoutTime, state: "unplaced", ...(reason && { reason }) } }),
  ).text.replace(/\s+/g, " ");

const whys: Record<UnplacedReason, string> = {
  "no-common-window":
    "The times you and Dr. Helen Okafor have given us do not overlap: nowhere in December 2026 are both of you free for 45 minutes in a row.",
  "times-past":
    "You and Dr. Helen Okafor do have times in common, but the last of them in December 2026 is past.",
  away: "You and Dr. Helen Okafor do have times in common, but each of those still to come in December 2026 falls on an absence, an exam week, a day on which the school is closed, or lies outside the school year.",
  "mentor-time-exhausted":
    "You and Dr. Helen Okafor do have times in common, but other pairs need all of those left in December 2026: there are more meetings to be held than times.",
  "clash-with-other-mentor":
    "You and Dr. Helen Okafor do have times in common, but each of those left in December 2026 is taken by another meeting that one of you has.",
  spacing:
    "You and Dr. Helen Okafor do have times in common in December 2026, but all that are left are less than 14 days away from your meeting in the month before or after.",
  notice:
    "The times left in December 2026 that you and Dr. Helen Okafor have in common begin too soon: nobody is booked with less than 24 hours of notice.",
};

test.each(unplacedReasons)("%s", (reason) => {
  const text = letterFor(reason);
  expect(Object.entries(whys).flatMap(([name, why]) => (text.includes(why) ? [name] : []))).toEqual([reason]);
});

test.each([
  ["2026-11", "If nothing can be found, leave it: we look for a time in the following month in any case."],
  ["2027-06", "If nothing can be found, leave it: the school year ends with this month."],
])("of %s it says whether another month comes", (month, says) => {
  const unplaced = { ...withoutTime, month, state: "unplaced", reason: "spacing" } as const;
  const { text } = renderLetter("no-common-time", contextFor("student", { meeting: unplaced }));
  expect(text.replace(/\s+/g, " ")).toContain(says);
});

test("without a reason there is no letter", () => {
  expect(() => letterFor(undefined)).toThrow("without the reason");
});
