/** A file that somebody names on the command line: its bytes, and whether it is JSON or a table. */
import { constants } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { Mendable } from "./command-line.ts";

/** Throws Mendable, in a sentence, when there is nothing to read. */
export function readGivenFile(path: string): Uint8Array {
  try {
    if (statSync(path).size > constants.MAX_STRING_LENGTH)
      throw new Mendable(
        `${path} is larger than ${Math.floor(constants.MAX_STRING_LENGTH / 2 ** 20)} MiB, which is more than can be read. Check that it is the file you mean.`,
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Mendable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Mendable(`There is no file ${path}.`);
    if (code === "EISDIR") throw new Mendable(`${path} is a folder; give the path of a file.`);
    throw new Mendable(
      `${path} cannot be read (${code ?? "unknown reason"}). Check that the file is yours to read.`,
    );
  }
}

/** By its name, or by its beginning: a roster's first character is a letter of its first column's name. */
export function looksLikeJson(path: string, bytes: Uint8Array): boolean {
  if (path.toLowerCase().endsWith(".json")) return true;
  const [first] = Buffer.from(bytes.subarray(0, 256))
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  return first === "{" || first === "[";
}
