/** An administrator's roster from a path: read whole, or refused in sentences. */
import { readFileSync } from "node:fs";
import type { School } from "../../shared/domain/school.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { schoolById, schoolOfRoster } from "./choose-school.ts";
import { Mendable } from "./command-line.ts";

export type RosterFile = { bytes: Uint8Array; school: School };

/** Throws Mendable when the file is missing, unreadable or faulty; every fault is told. */
export function openRosterFile(
  path: string,
  schoolId: string | undefined,
  say: (line: string) => void,
): RosterFile {
  const bytes = readBytes(path);
  const { school, fits } =
    schoolId === undefined ? schoolOfRoster(bytes) : { school: schoolById(schoolId), fits: true };
  const roster = readRoster(bytes, school);
  if (!roster.ok)
    throw new Mendable(
      [`${path} was not read; nothing was written.`, ...roster.refusal.map(({ sentence }) => sentence)].join(
        "\n",
      ),
    );
  if (!fits)
    say(
      `No school in infra/schools lets these addresses join; the rules of ${school.name} are used. Choose another with --school.`,
    );
  return { bytes, school };
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT")
      throw new Mendable(`There is no file ${path}. Give the path of a roster with --roster.`);
    if (code === "EISDIR")
      throw new Mendable(`${path} is a folder. Give the path of a roster file with --roster.`);
    throw new Mendable(
      `${path} cannot be read (${code ?? "unknown reason"}). Check that the file is yours to read.`,
    );
  }
}
