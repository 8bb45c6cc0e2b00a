/** Reads the schools' files and says of each wrong setting in which file, on which line and against which rule it is. */
import { extname, join, relative } from "node:path";
import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import { accept, type Result, refuse } from "../../shared/domain/result.ts";
import type { School } from "../../shared/domain/school.ts";
import { checkSchool } from "../../shared/domain/school-faults.ts";
import { idOf, readText, schoolFiles } from "./school-files.ts";

export type SchoolFault = { file: string; line?: number; sentence: string };

/** One school's file. Refuses one that cannot be read, is not YAML, against a rule, or not named after the school's id. */
export function readSchool(file: string): Result<School, SchoolFault[]> {
  const text = readText(file);
  if (!text.ok) return refuse([faultIn(file, undefined, text.refusal)]);
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines, prettyErrors: false });
  const [unreadable] = document.errors;
  // Later errors are most often consequences of the first.
  if (unreadable)
    return refuse([
      faultIn(
        file,
        lines.linePos(unreadable.pos[0]).line,
        unreadable.code === "MULTIPLE_DOCS"
          ? "a second document begins here; a file is of one school, without a line of three hyphens."
          : `this is not YAML: ${unreadable.message.replace(/\.?$/, ".")}`,
      ),
    ]);
  const values = valuesOf(document);
  if (!values.ok)
    return refuse([
      faultIn(file, lines.linePos(values.refusal.at).line, `this is not YAML: ${values.refusal.what}.`),
    ]);
  const school = checkSchool(values.value);
  const lineOf = (path: readonly (string | number)[]) => lines.linePos(offsetOf(document, path)).line;
  if (!school.ok)
    return refuse(
      school.refusal
        .map(({ path, sentence }) => faultIn(file, lineOf(path), sentence))
        .sort((one, other) => one.line! - other.line!),
    );
  const id = idOf(file);
  if (school.value.id !== id)
    return refuse([
      faultIn(file, lineOf(["id"]), `id is ${school.value.id}: it must be the file's name, ${id}.`),
    ]);
  return school;
}

/** Every school of a folder, in the order of their ids. Refuses when any of them is wrong or there twice, and a folder that has none or cannot be read. */
export function readSchools(directory: string): Result<School[], SchoolFault[]> {
  const files = schoolFiles(directory);
  if (!files.ok) return refuse([faultIn(directory, undefined, files.refusal)]);
  const read = files.value.map((name) => readSchool(join(directory, name)));
  const faults = [...twice(directory, files.value), ...read.flatMap((one) => (one.ok ? [] : one.refusal))];
  if (faults.length > 0) return refuse(faults);
  if (read.length === 0)
    return refuse([
      faultIn(directory, undefined, "there is no school here; each has a file like riverside.yaml."),
    ]);
  return accept(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The school of this id. Refuses one that is there twice, and an unknown id with the ones that are known; the other schools' faults do not matter. */
export function findSchool(directory: string, id: string): Result<School, SchoolFault[]> {
  const files = schoolFiles(directory);
  if (!files.ok) return refuse([faultIn(directory, undefined, files.refusal)]);
  const own = files.value.filter((name) => idOf(name) === id);
  const faults = twice(directory, own);
  if (faults.length > 0) return refuse(faults);
  if (own.length > 0) return readSchool(join(directory, own[0]!));
  const known = schoolIds(directory).join(", ") || "none";
  return refuse([faultIn(directory, undefined, `there is no school “${id}”; known are: ${known}.`)]);
}

/** The schools that have a file in this folder, whether right or wrong; none where it cannot be read. */
export function schoolIds(directory: string): string[] {
  const files = schoolFiles(directory);
  return files.ok ? [...new Set(files.value.map(idOf))].sort() : [];
}

/**
 * What the file says. Refuses a word that begins with an asterisk, which in YAML points to something named before, where
 * nothing is; and a file that points to so much that it would never end.
 */
function valuesOf(document: Document): Result<unknown, { at: number; what: string }> {
  const pointers: Alias[] = [];
  visit(document, { Alias: (_, alias) => void pointers.push(alias) });
  const lost = pointers.find((alias) => alias.resolve(document) === undefined);
  if (lost)
    return refuse({
      at: lost.range?.[0] ?? 0,
      what: `*${lost.source} stands for nothing; put quotes around text that begins with an asterisk`,
    });
  try {
    return accept(document.toJS());
  } catch (error) {
    return refuse({ at: 0, what: (error as Error).message });
  }
}

/** Files of one school under both endings: nobody could tell which of them counts. */
const twice = (directory: string, files: readonly string[]): SchoolFault[] =>
  files
    .filter((name) => extname(name) === ".yml" && files.includes(`${idOf(name)}.yaml`))
    .map((name) =>
      faultIn(join(directory, name), undefined, `there is ${idOf(name)}.yaml as well; keep one of the two.`),
    );

function faultIn(file: string, line: number | undefined, what: string): SchoolFault {
  const near = relative(process.cwd(), file);
  const shown = near.startsWith("..") || near === "" ? file : near;
  return line === undefined
    ? { file: shown, sentence: `${shown}: ${what}` }
    : { file: shown, line, sentence: `${shown}, line ${line}: ${what}` };
}

/** Where the setting's name stands, or an entry begins; for a missing one, the group that lacks it. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let at: unknown = document.contents;
  let offset = isNode(at) ? (at.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(at)) {
      const pair = at.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      at = pair.value;
    } else if (isSeq(at)) {
      at = at.items[Number(step)];
      if (isNode(at)) offset = at.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
