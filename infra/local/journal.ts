/** A file that only grows, one JSON value to a line; what was written after the last save that counted is cut off. */
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, truncateSync } from "node:fs";

export type Journal = {
  /** Adds values and gives the file's new length in bytes. */
  append: (values: readonly unknown[]) => number;
  readonly bytes: number;
};

/** Opens the file, cut to the length that counts, with the values in it. */
export function openJournal<Value>(
  path: string,
  bytesThatCount: number,
): { journal: Journal; values: Value[] } {
  if (!existsSync(path)) closeSync(openSync(path, "w"));
  truncateSync(path, bytesThatCount);
  const values = readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Value);
  let bytes = bytesThatCount;
  const append = (added: readonly unknown[]): number => {
    if (added.length === 0) return bytes;
    const text = `${added.map((value) => JSON.stringify(value)).join("\n")}\n`;
    appendFileSync(path, text);
    bytes += Buffer.byteLength(text);
    return bytes;
  };
  return {
    journal: {
      append,
      get bytes() {
        return bytes;
      },
    },
    values,
  };
}
