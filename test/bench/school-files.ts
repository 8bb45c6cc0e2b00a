/** Files of made-up schools, written once in a run and read by every process that plans them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeUpSchool } from "./made-up-school.ts";
import type { ClassName } from "./school-classes.ts";

const seed = 1;
const files = new Map<string, string>();
let folder: string | undefined;

/** The path of a school of this class and size, made up from seed 1. */
export function schoolFile(name: ClassName, students: number): string {
  const key = `${name}-${students}`;
  const known = files.get(key);
  if (known) return known;
  folder ??= mkdtempSync(join(tmpdir(), "made-up-schools-"));
  const path = join(folder, `${key}.json`);
  writeFileSync(path, JSON.stringify(makeUpSchool(name, students, seed)));
  files.set(key, path);
  return path;
}

export function removeSchoolFiles(): void {
  if (folder) rmSync(folder, { recursive: true });
}
