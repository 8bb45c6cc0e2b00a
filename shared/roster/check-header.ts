/** Finds which column of the file is which, and names the ones that are missing or misspelt. */
import { nearestWord } from "../domain/nearest-word.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { quoted } from "../domain/sentence-words.ts";
import { type ColumnName, columnNames, requiredColumns } from "./columns.ts";
import { type RosterFault, rosterLimits } from "./roster.ts";

/** The known column at each place of the header; undefined for a column without a name. */
export type Header = (ColumnName | undefined)[];

export function checkHeader(names: readonly string[]): Result<Header, RosterFault[]> {
  if (names.length > rosterLimits.columns)
    return refuse([
      inHeader(`there are ${names.length} columns; at most ${rosterLimits.columns} can be read.`),
    ]);
  const header = names.map(columnOf);
  if (!header.some((column) => column !== undefined))
    return refuse([
      inHeader(
        `no column has a name we know; the first row must name the columns: ${columnNames.join(", ")}.`,
      ),
    ]);
  const faults: RosterFault[] = [];
  const meant = new Set<string>();
  for (const [index, name] of names.entries()) {
    const column = header[index];
    if (name === "") continue;
    if (column === undefined) {
      const near = nearestWord(
        name,
        columnNames.filter((known) => !header.includes(known)),
      );
      if (near) meant.add(near);
      faults.push(
        inHeader(
          `${quoted(name)} is not a column we know${near ? `; did you mean “${near}”?` : `: use ${columnNames.join(", ")}.`}`,
        ),
      );
    } else if (header.indexOf(column) !== index)
      faults.push(inHeader(`the column “${column}” is there twice.`));
  }
  for (const column of requiredColumns)
    if (!header.includes(column) && !meant.has(column))
      faults.push(inHeader(`the column “${column}” is missing.`));
  return faults.length > 0 ? refuse(faults) : accept(header);
}

const inHeader = (what: string): RosterFault => ({ row: 1, sentence: `Row 1: ${what}` });

/** `E-Mail` and `Time zone` are the columns email and time_zone. */
const columnOf = (name: string): ColumnName | undefined => {
  const plain = name.toLowerCase().replace(/[\s_-]/g, "");
  return columnNames.find((column) => column.replace("_", "") === plain);
};
