/** A file that has grown past 250 lines has more than one concern. */
import { expect, it } from "vitest";
import { sourcesIn } from "./sources.ts";

it("no file is longer than 250 lines", () => {
  const long = sourcesIn("infra", "functions", "shared")
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});
