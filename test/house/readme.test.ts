/** The README promises no command that does not exist. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

it("every npm command in the README is a script of package.json", () => {
  const commands = [...readFileSync("README.md", "utf8").matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
  const named = commands.map(([, run, short]) => run ?? short ?? "");
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
