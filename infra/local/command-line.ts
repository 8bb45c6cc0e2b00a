/** Command lines: options by name, and one sentence with exit code 2 for whatever cannot be done. */
import { parseArgs } from "node:util";

/** Something the person at the keyboard can mend. */
export class Mendable extends Error {}

/** Somebody asked how the command is used. */
class HelpAsked extends Error {}

type Options = Readonly<Record<string, { type: "string" | "boolean" }>>;
type Given<Chosen extends Options> = {
  [Name in keyof Chosen]?: Chosen[Name]["type"] extends "boolean" ? boolean : string;
};

/** What is wrong with a command's words, as a sentence without its full stop; `error` is what parseArgs threw. */
function faultOfWords({ message }: Error): string {
  // Of a value that begins with a dash Node says three lines.
  const [, option] = /^Option '(--[\w-]+).*' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  return option ? needsValue(option) : message.split(". ")[0]!;
}

/** Options that npm has as well: many set them for good, and a command without them does no harm. */
const npmsOwn = ["json", "yes"];

/**
 * The option that npm took for itself, since its own `--` is missing before it. What is left of such a line may be another command
 * than was typed: without its `--dry-run` it does what it was only to say.
 */
const takenByNpm = (options: Options, words: readonly string[]): string | undefined =>
  Object.keys(options).find(
    (name) =>
      !npmsOwn.includes(name) &&
      process.env[`npm_config_${name.replaceAll("-", "_")}`] &&
      !words.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  );

const needsValue = (option: string): string => `${option} needs a value, which begins with no dash`;

type Words<Chosen extends Options> = {
  options: Chosen;
  usage: string;
  /** Those of this process, unless others are given. */
  words?: readonly string[];
  allowPositionals: boolean;
};

/**
 * A command's options, and its words without a name. Throws Mendable for unknown options, for one that is empty or given twice,
 * of which nobody knows which is meant, and for one that did not get past npm; for `--help` HelpAsked, whatever else is given.
 */
export function readWords<const Chosen extends Options>({
  options,
  usage,
  words = process.argv.slice(2),
  allowPositionals,
}: Words<Chosen>): { values: Given<Chosen>; positionals: string[] } {
  if (words.includes("--help")) throw new HelpAsked(usage);
  const fault = (what: string): Mendable => new Mendable(`${what}. Use: ${usage}`);
  const taken = takenByNpm(options, words);
  if (taken !== undefined) throw fault(`npm took --${taken} for itself: put -- before all options`);
  try {
    const read = parseArgs({ args: [...words], options, strict: true, allowPositionals, tokens: true });
    const seen = new Set<string>();
    for (const token of read.tokens) {
      if (token.kind !== "option") continue;
      if (token.value === "") throw fault(needsValue(token.rawName));
      if (seen.has(token.name)) throw fault(`${token.rawName} is given twice`);
      seen.add(token.name);
    }
    return { values: read.values as Given<Chosen>, positionals: read.positionals };
  } catch (error) {
    throw error instanceof Mendable ? error : fault(faultOfWords(error as Error));
  }
}

/** The options of this process. Refuses unknown ones, and values without a name. */
export const readOptions = <const Chosen extends Options>(options: Chosen, usage: string): Given<Chosen> =>
  readWords({ options, usage, allowPositionals: false }).values;

/** The one file that a command is about, and its options. */
export function readFileAndOptions<const Chosen extends Options>(
  options: Chosen,
  usage: string,
): { file: string; given: Given<Chosen> } {
  const { values, positionals } = readWords({ options, usage, allowPositionals: true });
  const [file, ...more] = positionals;
  if (!file || more.length > 0)
    throw new Mendable(`Say one file${more.length > 0 ? ", not several" : ""}. Use: ${usage}`);
  return { file, given: values };
}

/** Throws Mendable for an option that the file has no use for; `unused` says by its name what it is for. */
export function refuseUnused(
  given: Readonly<Record<string, unknown>>,
  unused: Readonly<Record<string, string>>,
  file: string,
): void {
  for (const [name, whatFor] of Object.entries(unused))
    if (given[name] !== undefined)
      throw new Mendable(`--${name} is for ${whatFor}, and ${file} is none. Leave it out.`);
}

/** A whole number within bounds, or `otherwise` when the option was not given. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  from: number,
  to: number,
  otherwise: number,
): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < from || number > to)
    throw new Mendable(`--${name} takes a whole number from ${from} to ${to}, not "${text}".`);
  return number;
}

/** What the system would not do, such as to write on a full disk, as a sentence; undefined for any other fault. */
export function sentenceOfSystem(fault: unknown): string | undefined {
  const { code, syscall, message } = fault as NodeJS.ErrnoException;
  if (!(fault instanceof Error) || code === undefined || syscall === undefined) return undefined;
  return `This machine did not do it (${message}). Put that right, then do it again.`;
}

/**
 * Runs a command; what can be mended ends in one sentence on stderr and exit code 2, what the system refuses in one and exit code 1,
 * and `--help` in the usage on stdout.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof HelpAsked) {
      process.stdout.write(`${error.message}\n`);
      return;
    }
    const sentence = error instanceof Mendable ? error.message : sentenceOfSystem(error);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = error instanceof Mendable ? 2 : 1;
  }
}
