/** Carries out one command of an administrator: look, say what would be done, ask where it cannot be undone, do, and tell. */
import type { Told } from "./operation.ts";
import { exitCodeOf, NotDone, sentenceOf } from "./outcomes.ts";
import type { Place } from "./place.ts";
import { type Command, manual, readCommand } from "./read-command.ts";

export type Terminal = {
  /** What was asked for. */
  out: (text: string) => void;
  /** What is said about it. */
  say: (text: string) => void;
  /** One line from the keyboard, or undefined when nobody is there. */
  ask: (question: string) => Promise<string | undefined>;
};

/** Does what the words say and gives the exit code: 0 done, 1 failed, 2 wrong use, 3 refused or not confirmed. Faults are thrown. */
export async function runOperation(words: readonly string[], terminal: Terminal): Promise<number> {
  if (words.includes("--help")) {
    terminal.out(`${manual()}\n`);
    return 0;
  }
  try {
    const command = readCommand(words);
    const place = await openPlace(command);
    try {
      await carryOut(command, place, terminal);
    } finally {
      await place.close();
    }
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === undefined) throw error;
    terminal.say(`${sentenceOf(error as Error)}\n`);
    return code;
  }
}

/** Each place brings a whole world of its own; only the one that is asked for is loaded. */
async function openPlace({ school, where }: Command): Promise<Place> {
  if (where.local) return (await import("./local-place.ts")).openLocalPlace(school, where.directory);
  return (await import("./aws-place.ts")).openAwsPlace(school, where);
}

async function carryOut(command: Command, place: Place, terminal: Terminal): Promise<void> {
  const { operation, what, options, dryRun, json } = command;
  const looked = await operation.look({ runtime: place.runtime, what, options, dryRun });
  if (dryRun || !looked.carryOut) {
    tell(command, looked.found, terminal);
    return;
  }
  if (looked.cannotBeUndone !== undefined) {
    if (!json) terminal.out(textOf(looked.found));
    await confirm(command, `${place.where}, this cannot be undone: ${looked.cannotBeUndone}`, terminal);
  }
  const done = await looked.carryOut();
  await place.settle();
  tell(command, done, terminal);
}

function tell({ name, school, dryRun, json }: Command, told: Told, terminal: Terminal): void {
  if (json) {
    terminal.out(`${JSON.stringify({ command: name, school: school.id, dryRun, ...told.figures })}\n`);
    return;
  }
  terminal.out(textOf(told));
  if (dryRun) terminal.out("This was a dry run; nothing was done.\n");
}

const textOf = ({ lines }: Told): string => `${lines.join("\n")}\n`;

/** Goes on only with the school's id typed, or with --yes. Throws NotDone. */
async function confirm({ school, yes }: Command, what: string, { ask }: Terminal): Promise<void> {
  if (yes) return;
  const typed = await ask(`${what}.\nType the school's id, ${school.id}, to go on: `);
  if (typed?.trim() === school.id) return;
  throw new NotDone(
    typed === undefined
      ? "Nobody confirmed it, so nothing was done. Type the school's id when asked, or add --yes."
      : `"${typed.trim()}" is not ${school.id}, so nothing was done.`,
  );
}
