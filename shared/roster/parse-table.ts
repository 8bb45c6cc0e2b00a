/** Turns a roster's text into rows of trimmed cells, whatever separates them. */
import Papa from "papaparse";
import { accept, type Result, refuse } from "../domain/result.ts";
import { columnNames } from "./columns.ts";
import { faultInRow, type RosterFault, rosterLimits } from "./roster.ts";

export type TableRow = { row: number; cells: string[] };
export type Table = { separator: string; rows: TableRow[] };

/** What the separators are called in a sentence. */
export const separatorNames: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
};

/** Rows without any text are left out, but counted. Refuses unclosed quotation marks and too many rows. */
export function parseTable(text: string): Result<Table, RosterFault[]> {
  // A file that was put together from two may end its lines in two ways.
  const lines = text.replace(/\r\n?/g, "\n");
  const told = /^sep=(.)\n/i.exec(lines);
  const body = told ? lines.slice(told[0].length) : lines;
  const separator = told?.[1] ?? guessSeparator(body);
  const parsed = Papa.parse<string[]>(body, { delimiter: separator, newline: "\n" });
  const badQuotes = [
    ...new Set(parsed.errors.filter(({ type }) => type === "Quotes").map(({ row }) => row ?? 0)),
  ];
  if (badQuotes.length > 0)
    return refuse(
      badQuotes.map((index) =>
        faultInRow(
          index + 1,
          "a quotation mark is opened and not closed properly; a mark inside a cell is written twice, and the whole cell stands between marks.",
        ),
      ),
    );
  const rows = parsed.data
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length > rosterLimits.rows + 1)
    return refuse([
      {
        sentence: `The file has ${rows.length - 1} people; at most ${rosterLimits.rows} can be imported at once.`,
      },
    ]);
  return accept({ separator, rows });
}

/** The separator that makes the most known columns of the first row: cells hold semicolons and commas of their own. */
function guessSeparator(text: string): string {
  const beginning = text.slice(0, 10_000);
  const known = (separator: string): number => {
    const header =
      Papa.parse<string[]>(beginning, {
        delimiter: separator,
        newline: "\n",
        preview: 1,
        skipEmptyLines: "greedy",
      }).data[0] ?? [];
    return header.filter((name) => columnNames.some((column) => column === name.trim().toLowerCase())).length;
  };
  return Object.keys(separatorNames).reduce((best, next) => (known(next) > known(best) ? next : best), ",");
}
