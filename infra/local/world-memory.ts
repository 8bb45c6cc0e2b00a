/** A world that can be left at a moment and taken up from it again, any number of times, without a file. */
import type { Change } from "./dynamodb/store.ts";
import type { Mail } from "./ses/mailbox.ts";
import type { WorldFiles, WorldNote } from "./world-files.ts";

/** All of a world at one moment, except what is on the wire. */
export type Remembered = NonNullable<WorldFiles["before"]>;

export type WorldMemory = WorldFiles & {
  /** The world as it stood when the clock last came to rest. */
  remember: () => Remembered;
};

/** A memory to open a world with; `before` is where it goes on from. */
export function worldMemory(before?: Remembered): WorldMemory {
  const table = new Map<string, Change>();
  const mails: Mail[] = [...(before?.mails ?? [])];
  let note: WorldNote | undefined = before?.note;
  for (const change of before?.table ?? []) table.set(`${change[0]} ${change[1]}`, change);
  return {
    before,
    save(latest, changes, fresh) {
      note = latest;
      for (const change of changes) table.set(`${change[0]} ${change[1]}`, change);
      mails.push(...fresh);
    },
    remember() {
      if (!note) throw new Error("this world has not come to rest yet");
      const kept = [...table.values()].filter(([, , value]) => value !== null);
      return { note: structuredClone(note), table: kept, mails: [...mails] };
    },
    close: () => undefined,
  };
}
