/** What became of a meeting, as the form takes it. */
import { describe, expect, it } from "vitest";
import { parseAttendance } from "../../shared/pages/attendance-form.ts";
import { typedOf } from "../../shared/pages/typed.ts";

describe("did you meet", () => {
  it.each([
    [{ attendance: "met" }, { answer: { attendance: "met" }, nextStep: undefined }],
    [
      {
        attendance: "met-shortened",
        worth: "4",
        line: " Begin with your own view. ",
        nextStep: "Shadow the clinic.",
      },
      {
        answer: { attendance: "met-shortened", worth: 4, line: "Begin with your own view." },
        nextStep: "Shadow the clinic.",
      },
    ],
    // What a meeting was worth can only be said of one that took place.
    [
      { attendance: "missed-without-notice", worth: "5" },
      { answer: { attendance: "missed-without-notice" }, nextStep: undefined },
    ],
  ])("takes %j", (typed, value) => {
    expect(parseAttendance(typedOf(typed))).toEqual({ ok: true, value });
  });

  it.each([
    [{}, [{ field: "attendance", sentence: "Say whether you met." }]],
    [{ attendance: "perhaps" }, [{ field: "attendance", sentence: "Say whether you met." }]],
    [{ attendance: "met", worth: "6" }, [{ field: "worth", sentence: "Enter a whole number from 1 to 5." }]],
    [
      { attendance: "met", nextStep: "x".repeat(2001) },
      [{ field: "nextStep", sentence: "This is 2,001 characters long; at most 2,000 can be kept." }],
    ],
  ])("refuses %o", (typed, refusal) => {
    expect(parseAttendance(typedOf(typed))).toEqual({ ok: false, refusal });
  });
});
