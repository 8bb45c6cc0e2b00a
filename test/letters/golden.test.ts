/** Every letter reads as in its golden files, in text, in HTML and as a calendar entry. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { letterNames } from "../../shared/domain/letter-rules.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { goldenCases } from "./golden-cases.ts";
import { expectGolden, goldenFolder } from "./golden-file.ts";

test.each(goldenCases)("$file reads as it did", ({ file, letter, context }) => {
  const { subject, text, html, calendar } = renderLetter(letter, context);
  expectGolden(`${file}.txt`, `Subject: ${subject}\n\n${text}`);
  expectGolden(`${file}.html`, html);
  if (calendar) expectGolden(`${file}.ics`, calendar.entry);
});

test("every letter has a golden file, and no golden file is left over", () => {
  expect([...new Set(goldenCases.map(({ letter }) => letter))].toSorted()).toEqual(letterNames.toSorted());
  const expected = goldenCases.flatMap(({ file, letter, context }) => [
    `${file}.html`,
    ...(renderLetter(letter, context).calendar ? [`${file}.ics`] : []),
    `${file}.txt`,
  ]);
  expect(readdirSync(goldenFolder).toSorted()).toEqual(expected.toSorted());
});
