/** What one of an administrator's commands is: it looks first, then asks where it must, then does. */
import type { Runtime } from "../../shared/runtime/runtime.ts";

/** What is told: sentences for a reader, and the same as figures for a program. */
export type Told = { lines: readonly string[]; figures: Readonly<Record<string, unknown>> };

export type Looked = {
  /** What was found, and what would be done; with nothing to do this is the whole answer. */
  found: Told;
  /** Absent when there is nothing to do beyond looking. */
  carryOut?: () => Promise<Told>;
  /** Completes "…, this cannot be undone: …"; the command then asks first. */
  cannotBeUndone?: string;
};

export type Given = {
  runtime: Runtime;
  /** What stands after the school's id; empty for commands that take nothing more. */
  what: string;
  options: Readonly<Record<string, string | undefined>>;
  /** True when it will only be said what would be done. */
  dryRun: boolean;
};

export type Operation = {
  /** One sentence in the imperative. */
  does: string;
  /** The word for what stands after the school's id, such as `FILE`. */
  takes?: string;
  /** Options of this command alone, each with a value: its name and the word for the value. */
  options?: Readonly<Record<string, string>>;
  /** Reads whatever it needs and writes nothing to the school. Throws Mendable, NotDone or Failed. */
  look: (given: Given) => Promise<Looked>;
};
