/** A file that can be matched: an instance in the neutral form, or an administrator's roster. */
import type { WishLists } from "../../../shared/domain/matching/wish-lists.ts";
import { Mendable, refuseUnused } from "../command-line.ts";
import { looksLikeJson, readGivenFile } from "../given-file.ts";
import { readInstance } from "./instance.ts";

/** Students and mentors are named as the file names them, in the order in which the lists number them. */
export type ToMatch = { lists: WishLists; students: readonly string[]; mentors: readonly string[] };

/** Throws Mendable, in a sentence, when the file is missing or anything but one of the two, and for a school that an instance has no use for. */
export async function readMatchFile(
  path: string,
  schoolId: string | undefined,
  say: (line: string) => void,
): Promise<ToMatch> {
  const bytes = readGivenFile(path);
  if (!looksLikeJson(path, bytes)) {
    // Only a roster needs the schools, and all that reads them: an instance is matched before that is loaded.
    const { readRosterToMatch } = await import("./roster-to-match.ts");
    return readRosterToMatch(path, schoolId, say);
  }
  refuseUnused({ school: schoolId }, { school: "a roster" }, path);
  const instance = readInstance(bytes);
  if (!instance.ok) throw new Mendable(`${path}: ${instance.refusal}`);
  return instance.value;
}
