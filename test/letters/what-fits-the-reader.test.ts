/** A letter promises no month that does not come, and asks of a peer mentor what it asks of every mentor. */
import { expect, test } from "vitest";
import { renderLetter } from "../../shared/letters/render.ts";
import { contextFor, helen, maya, meeting, school } from "./cast.ts";

const textOf = (...asked: Parameters<typeof renderLetter>) =>
  renderLetter(...asked).text.replace(/\s+/g, " ");

test.each([
  [
    "2026-12",
    "There will be no meeting in December 2026. The following month is booked as always; there is nothing you need to do.",
  ],
  [
    "2027-06",
    "There will be no meeting in June 2027. The school year ends with it; there is nothing you need to do.",
  ],
])("a meeting of %s that is left out", (month, says) => {
  const context = contextFor("student", { meeting: { ...meeting, month }, data: { by: "mentor", again: 0 } });
  expect(textOf("called-off", context)).toContain(says);
});

test.each([
  [
    { from: "2027-01-11", to: "2027-12-17" },
    " The first month, January 2027, opens on Friday, December 25, 2026.",
  ],
  [school.schoolYear, ""],
])(
  "two who are paired in the year %j read when its first month opens, while that is to come",
  (schoolYear, says) => {
    const context = contextFor("student", { school: { ...school, schoolYear } });
    expect(textOf("paired", context)).toContain(
      `For every month we book a time that suits you and Dr. Helen Okafor, and you get an invitation.${says} Not for me`,
    );
  },
);

test("a student who is a mentor as well is welcomed as a student and told what is asked of a mentor", () => {
  const asks = "What we ask of you as a mentor";
  const context = contextFor("student", {});
  expect(textOf("welcome", context)).not.toContain(asks);
  const peer = { ...maya, mentor: helen.mentor! };
  expect(textOf("welcome", { ...context, student: peer, mentor: peer })).toContain(asks);
});

test.each([
  ["Helen Fox", "Helen Fox"],
  ["דן כהן", "\u2068דן כהן\u2069"],
  ["Dr. محمد", "\u2068Dr. محمد\u2069"],
])("the times beside the name of %s stay in their order", (name, shown) => {
  const context = contextFor("student", { data: { by: "mentor", again: 1 } });
  const mentor = { ...helen, name, timeZone: "Asia/Kolkata" };
  expect(textOf("called-off", { ...context, mentor })).toContain(
    `(for ${shown}: 3:30–4:15 AM Friday, Kolkata time, UTC+5:30)`,
  );
});
