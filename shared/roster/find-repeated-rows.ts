/** Finds rows that name one address twice in one role, whatever else is wrong with them. */
import { emailIdentity } from "../domain/people.ts";
import { inWords } from "../domain/sentence-words.ts";
import type { Cells } from "./columns.ts";
import type { RosterFault } from "./roster.ts";

export function findRepeatedRows(rows: readonly { row: number; cells: Cells }[]): RosterFault[] {
  const seen = new Map<string, { row: number; cells: Cells }[]>();
  for (const { row, cells } of rows) {
    if (cells.email === "") continue;
    const key = `${cells.role.toLowerCase()} ${emailIdentity(cells.email)}`;
    const same = seen.get(key);
    if (same) same.push({ row, cells });
    else seen.set(key, [{ row, cells }]);
  }
  return [...seen.values()]
    .filter((same) => same.length > 1)
    .map((same) => {
      const { row, cells } = same[1]!;
      const numbers = inWords(same.map((one) => String(one.row)));
      return {
        row,
        sentence: `Rows ${numbers}: ${emailIdentity(cells.email)} is there ${same.length} times as a ${cells.role.toLowerCase()}; keep one of them.`,
      };
    });
}
