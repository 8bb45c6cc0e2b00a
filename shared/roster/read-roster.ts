/** Reads an administrator's file of people: all of it is right, or every fault is told and nothing is taken. */
import { accept, type Result, refuse } from "../domain/result.ts";
import type { School } from "../domain/school.ts";
import { inWords, quoted } from "../domain/sentence-words.ts";
import { checkHeader, type Header } from "./check-header.ts";
import { type Cells, columnNames } from "./columns.ts";
import { decodeFile } from "./decode-file.ts";
import { findRepeatedRows } from "./find-repeated-rows.ts";
import { mergePeople } from "./merge-people.ts";
import { parseTable, separatorNames, type TableRow } from "./parse-table.ts";
import { type Entry, readRow } from "./read-row.ts";
import { faultInRow, type Roster, type RosterFault, rosterLimits } from "./roster.ts";

/** Takes the file's bytes as they come. Refuses with sentences in the order of the rows, at most 50 and how many more. */
export function readRoster(
  bytes: Uint8Array,
  school: Pick<School, "timeZone">,
): Result<Roster, RosterFault[]> {
  const text = decodeFile(bytes);
  if (!text.ok) return refuse([{ sentence: text.refusal }]);
  const table = parseTable(text.value);
  if (!table.ok) return refuse(told(table.refusal));
  const [first, ...rest] = table.value.rows;
  if (!first)
    return refuse([
      { sentence: "The file is empty: it needs a row that names the columns and one row a person." },
    ]);
  const header = checkHeader(first.cells);
  if (!header.ok) return refuse(told(header.refusal));
  if (rest.length === 0)
    return refuse([{ sentence: "The file names the columns and no people: add one row a person." }]);

  const faults: RosterFault[] = [];
  const rows = rest.flatMap((row) => cellsOf(row, header.value, table.value.separator, faults) ?? []);
  faults.push(...findRepeatedRows(rows));
  const entries = rows.flatMap(({ row, cells }): Entry[] => {
    const entry = readRow(row, cells, school.timeZone, faults);
    return entry ? [entry] : [];
  });
  const roster = mergePeople(entries, faults);
  return faults.length > 0 ? refuse(told(faults)) : accept(roster);
}

/** The row's cells by column; undefined, with a fault, when they cannot be told apart or read. */
function cellsOf(
  { row, cells }: TableRow,
  header: Header,
  separator: string,
  faults: RosterFault[],
): { row: number; cells: Cells } | undefined {
  const name = separatorNames[separator] ?? `“${separator}”`;
  if (cells.length !== header.length) {
    const what =
      cells.length > header.length
        ? `put quotation marks around a cell that contains a ${name}.`
        : `every ${name} of an empty cell must be there.`;
    faults.push(
      faultInRow(row, `has ${cells.length} cells where the first row has ${header.length}; ${what}`),
    );
    return undefined;
  }
  const named = Object.fromEntries(
    columnNames.map((column) => [column, cells[header.indexOf(column)] ?? ""]),
  ) as Cells;
  const tooLong = columnNames.filter((column) => named[column].length > rosterLimits.cellCharacters);
  const nameless = cells.filter(
    (cell, place) => cell !== "" && place < header.length && header[place] === undefined,
  );
  if (tooLong.length > 0)
    faults.push(
      faultInRow(
        row,
        `${inWords(tooLong)} must be at most ${rosterLimits.cellCharacters.toLocaleString("en-US")} characters.`,
      ),
    );
  if (nameless.length > 0)
    faults.push(faultInRow(row, `${quoted(nameless[0]!)} stands in a column without a name.`));
  return tooLong.length > 0 || nameless.length > 0 ? undefined : { row, cells: named };
}

function told(faults: readonly RosterFault[]): RosterFault[] {
  const sorted = [...faults].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  const more = sorted.length - rosterLimits.faultsTold;
  return more > 0 ? [...sorted.slice(0, rosterLimits.faultsTold), { sentence: `And ${more} more.` }] : sorted;
}
