/** A small school in a folder, and an administrator at a keyboard in front of it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { functions } from "../../infra/local/functions.ts";
import { openWorld, type World } from "../../infra/local/world.ts";
import { runOperation } from "../../infra/operations/run-operation.ts";
import { onePair, openStory, type Story, siteUrl } from "../journeys/a-school.ts";
import { school } from "../local/small-world.ts";

export type Desk = {
  /** The world's folder. */
  directory: string;
  /** A path beside the world, for what a command reads or writes. */
  path: (name: string) => string;
  /** A file beside the world. */
  file: (name: string, text: string) => string;
  /** Types a command for this school and answers its question with `typed`. */
  ops: (
    words: string,
    typed?: string,
  ) => Promise<{ code: number; out: string; said: string; asked: string[] }>;
  /** Opens the world to look into it; whoever opens it closes it. */
  open: () => Promise<World>;
  /** How many mails the school has ever sent. */
  countMails: () => Promise<number>;
  clear: () => void;
};

/** Plays a story in a folder until it is put down, and hands over the keyboard. */
export async function sitDown(
  tell: (story: Story) => Promise<void> = async () => undefined,
  roster = onePair,
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "mentor-rounds-"));
  const directory = join(folder, "world");
  const path = (name: string): string => join(folder, name);
  const open = () => openWorld({ school, siteUrl, directory, functions, startAt: 0 });
  const story = await openStory(roster, { directory });
  await tell(story);
  await story.close();
  return {
    directory,
    path,
    file(name, text) {
      writeFileSync(path(name), text);
      return path(name);
    },
    async ops(words, typed) {
      const heard = { code: 0, out: "", said: "", asked: [] as string[] };
      const terminal = {
        out: (text: string) => {
          heard.out += text;
        },
        say: (text: string) => {
          heard.said += text;
        },
        ask: async (question: string) => {
          heard.asked.push(question);
          return typed;
        },
      };
      const [command, ...rest] = words.split(" ");
      heard.code = await runOperation([command!, school.id, "--world", directory, ...rest], terminal);
      return heard;
    },
    open,
    async countMails() {
      const world = await open();
      const { length } = world.mailbox;
      await world.close();
      return length;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
