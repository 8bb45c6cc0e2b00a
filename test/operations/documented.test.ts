/** Every command and every exit code an administrator may meet is in the handbook. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { operations } from "../../infra/operations/operations.ts";
import { usageOf } from "../../infra/operations/read-command.ts";

const page = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");

it("has a row for each command, and no others", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+) SCHOOL ?([A-Z]*)` \|/gm)].map(([, name, takes]) => [
    name,
    takes,
  ]);
  const known = Object.entries(operations).map(([name, { takes = "" }]) => [name, takes]);
  expect(rows.sort()).toEqual(known.sort());
});

it("names every option that a command's usage names", () => {
  const usages = Object.entries(operations).map(([name, operation]) => usageOf(name, operation));
  const options = new Set(usages.join(" ").match(/--[a-z-]+/g));
  expect([...options].filter((option) => !new RegExp(`${option}[ \`]`).test(page))).toEqual([]);
  expect(options.size).toBeGreaterThan(8);
});
