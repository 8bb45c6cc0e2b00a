/** Records as a CSV file that a spreadsheet opens without running anything in it. */
import Papa from "papaparse";

type Row = Readonly<Record<string, unknown>>;

/** A byte order mark, without which Excel takes UTF-8 for windows-1252. */
const byteOrderMark = "\uFEFF";

/**
 * One row a record, one column a field; groups of settings become `student.stage`, moments ISO 8601 in UTC.
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export function toCsv(records: readonly Row[]): string {
  const rows = records.map((record) => Object.fromEntries(cellsOf(record, "")));
  const columns = [...new Set(rows.flatMap(Object.keys))];
  return (
    byteOrderMark +
    Papa.unparse({ fields: columns, data: rows }, { newline: "\r\n", escapeFormulae: /^[=+\-@\t\r]/ }) +
    "\r\n"
  );
}

function cellsOf(record: Row, under: string): [string, string][] {
  return Object.entries(record).flatMap(([name, value]): [string, string][] => {
    const column = `${under}${name}`;
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return [[column, value.map(textOf).join("; ")]];
    if (typeof value === "object") return cellsOf(value as Row, `${column}.`);
    return [[column, isMoment(name, value) ? new Date(value).toISOString() : String(value)]];
  });
}

const isMoment = (name: string, value: unknown): value is number =>
  typeof value === "number" && /(^at|At)$/.test(name);

const textOf = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);
