/** Which schools have a file in a folder, and what a file says as text; what cannot be read is told in the words that complete "FILE: …". */
import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { accept, type Result, refuse } from "../../shared/domain/result.ts";

export const idOf = (name: string): string => basename(name, extname(name));

/** The names of the schools' files, in their order. Refuses a folder that is none, or cannot be read. */
export function schoolFiles(directory: string): Result<string[], string> {
  try {
    return accept(
      readdirSync(directory)
        .filter((name) => [".yaml", ".yml"].includes(extname(name)))
        .sort(),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return refuse("there is no such folder.");
    if (code === "ENOTDIR") return refuse("this is no folder; give the one that the schools' files are in.");
    return refuse(`the folder cannot be read (${code}); check that it is yours to read.`);
  }
}

/** Refuses what cannot be read, and other encodings: letters that are lost in one would be missing in every mail. */
export function readText(file: string): Result<string, string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return refuse("there is no such file.");
    return refuse(`the file cannot be read (${code}); check that it is a file, and yours to read.`);
  }
  if (!isUtf8(bytes)) return refuse("this is not text in UTF-8; save the file in that encoding.");
  return accept(bytes.toString("utf8"));
}
