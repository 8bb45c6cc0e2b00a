/** Tests run, and run our own code: nothing is mocked, singled out or left out. */
import { expect, it } from "vitest";
import { placesOf, sourcesIn } from "./sources.ts";

it.each([
  ["replaces one of our modules", /\bvi\.(do)?[mM]ock\(/],
  ["is the only one to run", /\b(it|test|describe)(\.\w+)*\.only\b/],
  ["is left out", /\b(it|test|describe)(\.\w+)*\.(skip|todo)\b/],
  ["waits in real time for things to settle", /\bawait (delay|sleep)\(/],
])("no test %s", (_what, pattern) => {
  expect(placesOf(pattern, sourcesIn("test"))).toEqual([]);
});

it("no comment switches the type checker off", () => {
  const silenced = sourcesIn("infra", "functions", "shared", "test").filter(({ text }) =>
    new RegExp(`@ts-${"(ignore|nocheck|expect-error)"}`).test(text),
  );
  expect(silenced.map(({ path }) => path)).toEqual([]);
});
