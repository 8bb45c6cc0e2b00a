/** Loads a file of the product with one line altered, for a process of its own: the product knows nothing of it. */
import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** In `file` (from the root of the house) `line` reads `instead`; without a line the whole file is replaced by the file `instead`. */
export type Alteration = { file: string; line?: string; instead: string };

const root = resolve(import.meta.dirname, "../..");
const urlOf = (file: string): string => pathToFileURL(resolve(root, file)).href;

/** Answers the files that were not loaded so far. Throws when a line is not there: the product has changed, and so must whoever altered it. */
export function alterSources(alterations: readonly Alteration[]): () => string[] {
  const waiting = new Set(alterations.map(({ file }) => file));
  registerHooks({
    load(url, context, nextLoad) {
      const mine = alterations.filter(({ file }) => urlOf(file) === url);
      const loaded = nextLoad(url, context);
      if (mine.length === 0) return loaded;
      let source = String(loaded.source);
      for (const { file, line, instead } of mine) {
        waiting.delete(file);
        if (line === undefined) source = `export * from ${JSON.stringify(urlOf(instead))};\n`;
        else if (source.split(line).length === 2) source = source.replace(line, () => instead);
        else throw new Error(`${file} does not have this line once: ${line}`);
      }
      return { ...loaded, source };
    },
  });
  return () => [...waiting];
}
