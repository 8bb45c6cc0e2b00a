/** The files of the house, as the house tests read them. */
import { globSync, readFileSync } from "node:fs";

export type Source = { path: string; text: string; code: string };

/** A file's words without its comments; strings stay. Rough, and enough to look for a name. */
const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/(^|\s)\/\/.*$/gm, "$1");

/** Every TypeScript file under these folders, in order of its path. Throws where there is none: a folder was renamed. */
export function sourcesIn(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) => {
    const paths = globSync(`${folder}/**/*.ts`).sort();
    if (paths.length === 0) throw new Error(`There is no file in ${folder}/ to read.`);
    return paths.map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, code: withoutComments(text) };
    });
  });
}

/** Where `pattern` stands in the code of these files, as `path:line`. */
export const placesOf = (pattern: RegExp, sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, code }) =>
    code.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
