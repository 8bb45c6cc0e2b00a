/** A file that only grows, one JSON value to a line; what was written after the last save that counted is cut off. */
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";

export type Journal = {
  /** Adds values and gives the file's new length in bytes. */
  append: (values: readonly unknown[]) => number;
  readonly bytes: number;
};

/** Less is left of a journal than counts, or what is left is not JSON. */
export class BrokenJournal extends Error {}

/** Opens the file, cut to the length that counts, with the values in it. Throws BrokenJournal, and leaves the file as it is. */
export function openJournal<Value>(
  path: string,
  bytesThatCount: number,
): { journal: Journal; values: Value[] } {
  const found = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const values = valuesOf<Value>(path, found, bytesThatCount);
  if (found.length > bytesThatCount) truncateSync(path, bytesThatCount);
  else writeFileSync(path, "", { flag: "a" });
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

function valuesOf<Value>(path: string, found: Buffer, bytesThatCount: number): Value[] {
  if (found.length < bytesThatCount) throw new BrokenJournal(`${path} was cut short`);
  const lines = found.toString("utf8", 0, bytesThatCount).split("\n").filter(Boolean);
  try {
    return lines.map((line) => JSON.parse(line) as Value);
  } catch {
    throw new BrokenJournal(`${path} holds a line that is not JSON`);
  }
}
