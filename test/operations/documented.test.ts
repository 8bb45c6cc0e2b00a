/** Every command and every exit code an administrator may meet is in the handbook. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { operations } from "../../infra/operations/operations.ts";

const page = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");

it("has a row for each command, and no others", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+) SCHOOL ?([A-Z]*)` \|/gm)].map(([, name, takes]) => [
    name,
    takes,
  ]);
  const known = Object.entries(operations).map(([name, { takes = "" }]) => [name, takes]);
  expect(rows.sort()).toEqual(known.sort());
});

it("names the options that a command has of its own", () => {
  for (const { options = {} } of Object.values(operations))
    for (const option of Object.keys(options)) expect(page).toContain(`--${option} `);
});
