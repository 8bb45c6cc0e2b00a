/** A world that survives a restart: its table, its mails as .eml files, and one small file that says what counts. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../shared/domain/time.ts";
import { Mendable } from "./command-line.ts";
import { lockDirectory } from "./directory-lock.ts";
import type { Change } from "./dynamodb/store.ts";
import type { InvocationsNote } from "./invocations.ts";
import { BrokenJournal, openJournal } from "./journal.ts";
import type { QueueNote } from "./queue.ts";
import type { RecurringNote } from "./recurring.ts";
import type { Schedule } from "./scheduler/schedule.ts";
import type { RandomState } from "./seeded-random.ts";
import { type Mail, type MailNote, mailOf } from "./ses/mailbox.ts";

/** All of a world but its table and its mails. */
export type WorldNote = {
  schoolId: string;
  /** Where its pages were served last. */
  siteUrl?: string;
  now: Instant;
  startAt: Instant;
  requests: number;
  random: RandomState | null;
  recurring: RecurringNote;
  queue: QueueNote;
  invocations: InvocationsNote;
  schedules: Schedule[];
};

/** Raised when records are written otherwise than before. */
const format = 2;

type Saved = WorldNote & { format: typeof format; tableFile: string; tableBytes: number; mailBytes: number };

export type WorldFiles = {
  before: { note: WorldNote; table: Change[]; mails: Mail[] } | undefined;
  /** Writes what is new. The note is written last and in one step: a save that breaks off has not happened. */
  save: (note: WorldNote, table: readonly Change[], mails: readonly Mail[]) => void;
  close: () => void;
};

/** Opens or makes the directory. Throws DirectoryInUse, and Mendable for one that holds another school or cannot be read or written. */
export function openWorldFiles(directory: string, schoolId: string): WorldFiles {
  const release = takeDirectory(directory);
  try {
    return openLocked(directory, schoolId, release);
  } catch (error) {
    release();
    throw error;
  }
}

function takeDirectory(directory: string): () => void {
  try {
    mkdirSync(join(directory, "mails"), { recursive: true });
    return lockDirectory(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Mendable(`${directory} cannot be written (${code}): choose another directory.`);
  }
}

function openLocked(directory: string, schoolId: string, release: () => void): WorldFiles {
  const file = join(directory, "world.json");
  const saved = readSaved(directory, file);
  if (saved && saved.schoolId !== schoolId)
    throw new Mendable(
      `${directory} holds the school ${saved.schoolId}, not ${schoolId}: choose another directory, or start anew with --fresh.`,
    );
  if (saved && saved.format !== format)
    throw new Mendable(
      `${directory} holds a school of another version of this program: choose another directory, or start anew with --fresh.`,
    );
  const emlOf = (id: string): string => join(directory, "mails", `${id}.eml`);
  const { mailJournal, mails, table } = whole(directory, () => {
    const { journal, values } = openJournal<MailNote>(join(directory, "mails.jsonl"), saved?.mailBytes ?? 0);
    const old = openJournal<Change>(
      join(directory, saved?.tableFile ?? "table-0.jsonl"),
      saved?.tableBytes ?? 0,
    );
    const mails = values.map((note) => mailOf(note, readFileSync(emlOf(note.id))));
    return { mailJournal: journal, mails, table: latest(old.values) };
  });
  const tableFile = `table-${saved ? generationOf(saved.tableFile) + 1 : 1}.jsonl`;
  const tableJournal = openJournal<Change>(join(directory, tableFile), 0).journal;
  tableJournal.append(table);

  return {
    before: saved && { note: saved, table, mails },
    save(note, changes, mails) {
      for (const { id, bytes } of mails) writeFileSync(emlOf(id), bytes);
      const mailBytes = mailJournal.append(
        mails.map(({ id, at, from, recipients, tags }) => ({ id, at, from, recipients, tags })),
      );
      const tableBytes = tableJournal.append(changes);
      const all: Saved = { format, tableFile, tableBytes, mailBytes, ...note };
      writeFileSync(`${file}.new`, JSON.stringify(all));
      renameSync(`${file}.new`, file);
      rmSync(join(directory, saved?.tableFile ?? "table-0.jsonl"), { force: true });
    },
    close: release,
  };
}

function readSaved(directory: string, file: string): Saved | undefined {
  try {
    const saved = JSON.parse(readFileSync(file, "utf8")) as Saved | null;
    if (saved?.schoolId !== undefined) return saved;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
  }
  throw unreadable(directory);
}

/** What of a school was lost or damaged, as in a copy that broke off, is not begun anew: the folder stays as it is. */
function whole<Read>(directory: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof BrokenJournal || code === "ENOENT" || code === "EISDIR") throw unreadable(directory);
    throw error;
  }
}

const unreadable = (directory: string): Mendable =>
  new Mendable(
    `${directory} holds a school that cannot be read: choose another directory, or start anew with --fresh.`,
  );

const generationOf = (tableFile: string): number => Number(/\d+/.exec(tableFile)?.[0] ?? 0);

/** The last change of each key; removals are gone. */
function latest(changes: readonly Change[]): Change[] {
  const last = new Map<string, Change>();
  for (const change of changes) last.set(`${change[0]} ${change[1]}`, change);
  return [...last.values()].filter(([, , value]) => value !== null);
}
