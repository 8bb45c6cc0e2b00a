/** What docs/roster.md says of each column is what the import page says. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { columnNames, columns } from "../../shared/roster/columns.ts";

const whose = { student: "students", mentor: "mentors", both: "everybody" };

it("has the same columns, in the same words", () => {
  const page = readFileSync(`${import.meta.dirname}/../../docs/roster.md`, "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  expect(rows).toEqual(
    columnNames.map((name) => {
      const { for: role, needed, holds } = columns[name];
      return `| \`${name}\` | ${whose[role]} | ${needed} | ${holds} |`;
    }),
  );
});
