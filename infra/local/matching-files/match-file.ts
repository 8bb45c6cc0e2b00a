/** A file that can be matched: an instance in the neutral form, or an administrator's roster. */
import { readFileSync } from "node:fs";
import type { WishLists } from "../../../shared/domain/matching/wish-lists.ts";
import { Mendable } from "../command-line.ts";
import { readInstance } from "./instance.ts";

/** Students and mentors are named as the file names them, in the order in which the lists number them. */
export type ToMatch = { lists: WishLists; students: readonly string[]; mentors: readonly string[] };

/** Throws Mendable, in a sentence, when the file is missing or anything but one of the two. */
export async function readMatchFile(
  path: string,
  schoolId: string | undefined,
  say: (line: string) => void,
): Promise<ToMatch> {
  const bytes = readBytes(path);
  if (!looksLikeJson(bytes)) {
    // Only a roster needs the schools, and all that reads them: an instance is matched before that is loaded.
    const { readRosterToMatch } = await import("./roster-to-match.ts");
    return readRosterToMatch(path, schoolId, say);
  }
  const instance = readInstance(bytes);
  if (!instance.ok) throw new Mendable(`${path}: ${instance.refusal}`);
  return instance.value;
}

/** A roster's first character is a letter of its first column's name. */
function looksLikeJson(bytes: Uint8Array): boolean {
  const [first] = Buffer.from(bytes.subarray(0, 256))
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  return first === "{" || first === "[";
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Mendable(`There is no file ${path}.`);
    if (code === "EISDIR") throw new Mendable(`${path} is a folder; give the path of a file.`);
    throw new Mendable(
      `${path} cannot be read (${code ?? "unknown reason"}). Check that the file is yours to read.`,
    );
  }
}
