/** `ls functions` is the list of what the product does. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { catalogue } from "../../functions/catalogue.ts";

const names = catalogue.map(({ name }) => name);

it("the folders of functions/ are the names of the catalogue", () => {
  const folders = readdirSync("functions", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort());
});

it.each(names)("%s has an index.ts that exports its handler", (name) => {
  const path = `functions/${name}/index.ts`;
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, "utf8")).toMatch(
    /export (const|async function|function) handler\b|export \{[^}]*\bhandler\b/,
  );
});
