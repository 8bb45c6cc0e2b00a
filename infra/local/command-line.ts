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
export function faultOfWords({ message }: Error): string {
  // Of a value that begins with a dash Node says three lines.
  const [, option] = /^Option '(--[\w-]+).*' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  return option ? `${option} needs a value, which begins with no dash` : message.split(". ")[0]!;
}

/** Throws HelpAsked with the usage for `--help`, whatever else is given. */
function answerHelp(usage: string): void {
  if (process.argv.includes("--help")) throw new HelpAsked(usage);
}

/** The options of this process. Refuses unknown ones, and values without a name. */
export function readOptions<const Chosen extends Options>(options: Chosen, usage: string): Given<Chosen> {
  answerHelp(usage);
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values as Given<Chosen>;
  } catch (error) {
    throw new Mendable(`${faultOfWords(error as Error)}. Use: ${usage}`);
  }
}

/** The one file that a command is about, and its options. */
export function readFileAndOptions<const Chosen extends Options>(
  options: Chosen,
  usage: string,
): { file: string; given: Given<Chosen> } {
  answerHelp(usage);
  let read: { values: Given<Chosen>; positionals: string[] };
  try {
    const { values, positionals } = parseArgs({ options, strict: true, allowPositionals: true });
    read = { values: values as Given<Chosen>, positionals };
  } catch (error) {
    throw new Mendable(`${faultOfWords(error as Error)}. Use: ${usage}`);
  }
  const [file, ...more] = read.positionals;
  if (file === undefined || more.length > 0)
    throw new Mendable(`Say one file${more.length > 0 ? ", not several" : ""}. Use: ${usage}`);
  return { file, given: read.values };
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

/** Runs a command; what can be mended ends in one sentence on stderr and exit code 2, and `--help` in the usage on stdout. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof HelpAsked) {
      process.stdout.write(`${error.message}\n`);
      return;
    }
    if (!(error instanceof Mendable)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
