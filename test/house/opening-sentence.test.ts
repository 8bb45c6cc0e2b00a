/** Every file opens with a sentence that says what it is for. */
import { expect, it } from "vitest";
import { sourcesIn } from "./sources.ts";

it("every file opens with a sentence", () => {
  const silent = sourcesIn("infra", "functions", "shared", "test")
    .filter(({ text }) => !/^(#!.*\n)?\/\*\*\s[\s\S]{15,}?[.:;?…]\s*(\*\/|\n)/.test(text))
    .map(({ path }) => path);
  expect(silent).toEqual([]);
});
