/** Leaves all of a school's data in a folder: every record as JSON, exactly as it is stored, and as CSV for a spreadsheet. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { everyRecord, kindOf } from "../../../shared/records/every-record.ts";
import type { Item } from "../../../shared/records/table.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { Mendable } from "../../local/command-line.ts";
import { toCsv } from "../csv.ts";
import type { Operation } from "../operation.ts";
import { Failed } from "../outcomes.ts";

/** Only the owner of the account reads what is personal. */
const forTheOwner = { folder: 0o700, file: 0o600 };

export const exportSchool: Operation = {
  does: "Leave all of the school's data in a new folder, as JSON and as CSV.",
  takes: "FOLDER",
  async look({ runtime, what: folder }) {
    if (!isNew(folder))
      throw new Mendable(`${folder} is not empty. Name a new folder, so that nothing is mixed up.`);
    // A restore asks for this one, also where nobody was erased.
    const kinds = new Map<string, Item[]>([["email-erased", []]]);
    for await (const record of everyRecord(tableOf(runtime))) {
      const items = kinds.get(kindOf(record));
      if (items) items.push(record);
      else kinds.set(kindOf(record), [record]);
    }
    const sorted = [...kinds].sort(([one], [other]) => (one < other ? -1 : 1));
    const records = Object.fromEntries(sorted.map(([kind, items]) => [kind, items.length]));
    const lines = Object.entries(records).map(
      ([kind, count]) => `  ${kind.padEnd(24)}${String(count).padStart(8)}`,
    );
    return {
      found: { lines: ["Records, by kind:", ...lines], figures: { records } },
      async carryOut() {
        for (const [kind, items] of sorted) write(folder, kind, items.sort(byKey));
        return {
          lines: [
            "Records, by kind:",
            ...lines,
            `They are in ${relative(process.cwd(), folder) || folder}. Keep that folder as you would keep the people's papers.`,
          ],
          figures: { records, folder },
        };
      },
    };
  },
};

function isNew(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return true;
    throw new Mendable(`${folder} cannot be used as a folder (${code}). Name a new one.`);
  }
}

function write(folder: string, kind: string, items: readonly Item[]): void {
  try {
    mkdirSync(folder, { recursive: true, mode: forTheOwner.folder });
    writeFileSync(join(folder, `${kind}.json`), `${JSON.stringify(items, null, 1)}\n`, {
      mode: forTheOwner.file,
    });
    writeFileSync(join(folder, `${kind}.csv`), toCsv(items), { mode: forTheOwner.file });
  } catch (error) {
    throw new Failed(`${kind} could not be written to ${folder}: ${(error as Error).message}`);
  }
}

const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const byKey = (one: Item, other: Item): number => (nameOf(one) < nameOf(other) ? -1 : 1);
