/** Only the runtime and infra know the host: its clock, its zone, its chance, its environment. */
import { expect, it } from "vitest";
import { placesOf, sourcesIn } from "./sources.ts";

const elsewhere = sourcesIn("functions", "shared").filter(({ path }) => !path.startsWith("shared/runtime/"));

it.each([
  [
    "reads the host's clock",
    /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bperformance\b|\bTemporal\.Now\b|\bhrtime\b/,
  ],
  ["reads a date in the host's zone", /\.(get|set)(Day|Date|Month|FullYear|Hours|Minutes)\(/],
  ["writes a date in the host's zone", /\.toLocale(Date|Time)String\(|\.toLocaleString\(\)/],
  ["takes its own chances", /\bMath\.random\b|\brandomUUID\b|\brandomBytes\s+as\b|\bgetRandomValues\b/],
  ["reads the environment", /\bprocess\.(env|argv|cwd)\b/],
  ["waits", /\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/],
])("nothing outside the runtime %s", (_what, pattern) => {
  expect(placesOf(pattern, elsewhere)).toEqual([]);
});

it("shared/domain has no date objects and no chance at all", () => {
  expect(placesOf(/\bDate\b(?!")|\bMath\.random\b|\bglobalThis\b/, sourcesIn("shared/domain"))).toEqual([]);
});
