/** A pair without a time is told exactly why, by each of the six reasons, and never which of the two is away or booked. */
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
  away: "You and Dr. Helen Okafor do have times in common, but in December 2026 each of them falls on an absence, an exam week, or a day on which the school is closed.",
  "mentor-time-exhausted":
    "You and Dr. Helen Okafor do have times in common, but in December 2026 other pairs need all of them: there are more meetings to be held than times.",
  "clash-with-other-mentor":
    "You and Dr. Helen Okafor do have times in common, but in December 2026 each of them is taken by another meeting that one of you has.",
  spacing:
    "You and Dr. Helen Okafor do have times in common in December 2026, but all of them come less than 14 days after your last meeting.",
  notice:
    "The times left in December 2026 that you and Dr. Helen Okafor have in common begin too soon: nobody is booked with less than 24 hours of notice.",
};

test.each(unplacedReasons)("%s", (reason) => {
  const text = letterFor(reason);
  expect(Object.entries(whys).flatMap(([name, why]) => (text.includes(why) ? [name] : []))).toEqual([reason]);
});

test("without a reason there is no letter", () => {
  expect(() => letterFor(undefined)).toThrow("without the reason");
});
