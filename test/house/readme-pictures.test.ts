/** The pictures in the README are drawn from the tables that the product runs on. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawLife } from "../../shared/domain/lifecycle/drawing.ts";
import { meetingLife } from "../../shared/domain/lifecycle/meeting-life.ts";
import { mentorshipLife } from "../../shared/domain/lifecycle/mentorship-life.ts";

it("shows both lives as they are", () => {
  const pictures = [...readFileSync("README.md", "utf8").matchAll(/```mermaid\n(.*?)\n```/gs)].map(
    ([, picture]) => picture,
  );
  expect(pictures).toEqual([
    drawLife(meetingLife, ["booked", "unplaced"]),
    drawLife(mentorshipLife, ["proposed"]),
  ]);
});
