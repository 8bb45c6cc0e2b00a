/** A school's world on this machine, opened for one command while nobody else has it open. */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { School } from "../../shared/domain/school.ts";
import type { LogLine } from "../../shared/runtime/runtime.ts";
import { Mendable } from "../local/command-line.ts";
import { DirectoryInUse } from "../local/directory-lock.ts";
import { functions } from "../local/functions.ts";
import { localAddress } from "../local/server.ts";
import { openWorld, type World } from "../local/world.ts";
import { Failed, NotDone } from "./outcomes.ts";
import type { Place } from "./place.ts";

const worlds = fileURLToPath(new URL("../../.mentor-rounds/", import.meta.url));
/** Where `npm start` serves a world that does not say where, so that links in mails lead there. */
const usualSiteUrl = `http://${localAddress}:4800`;

/**
 * Opens the world in `directory`, or in one that holds several the school's own or else the seeded one.
 * Throws Mendable when there is none, and NotDone while another process has it open.
 */
export async function openLocalPlace(school: School, directory = worlds): Promise<Place> {
  const found = worldIn(directory, school.id);
  const siteUrl = checkWorld(found, school.id);
  const world = await open(school, found, siteUrl);
  const log: LogLine[] = [];
  return {
    where: "On this machine",
    runtime: {
      ...world.runtime,
      log: (line) => {
        log.push(line);
        world.runtime.log(line);
      },
    },
    log,
    async settle() {
      await world.settle();
      const [fault] = world.faults;
      if (fault) throw new Failed(`The function ${fault.function} failed: ${String(fault.error)}`);
    },
    async close() {
      await world.close();
      // The world's journal only grows; opening it once more leaves out what no longer counts.
      await (await open(school, found, siteUrl)).close();
    },
  };
}

async function open(school: School, directory: string, siteUrl: string): Promise<World> {
  try {
    return await openWorld({ school, siteUrl, directory, functions, startAt: 0 });
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
    throw new NotDone(
      `${school.name} is open in another process, most likely \`npm start\`: stop that one with Ctrl-C, then do this again. Nothing was done.`,
    );
  }
}

/** As `npm start` keeps worlds under its --data; the directory itself where none of them is the school's. */
const worldIn = (directory: string, schoolId: string): string =>
  [directory, join(directory, schoolId), join(directory, "seed")].find(
    (folder) => noteIn(folder)?.schoolId === schoolId,
  ) ?? directory;

const shown = (directory: string): string => relative(process.cwd(), directory) || directory;

/** Says where the world's pages are. */
function checkWorld(directory: string, schoolId: string): string {
  const note = noteIn(directory);
  const held = note?.schoolId;
  if (held === undefined)
    throw new Mendable(
      `There is no world of ${schoolId} in ${shown(directory)}. Begin one with \`npm start\`, or name another folder with --world.`,
    );
  if (held !== schoolId)
    throw new Mendable(
      `The world in ${shown(directory)} is that of ${held}, not of ${schoolId}. Name that school, or another folder with --world.`,
    );
  return note?.siteUrl ?? usualSiteUrl;
}

/** Whose world lies in a folder and where its pages are, or undefined when no world does. Throws Mendable when it cannot be read. */
function noteIn(directory: string): { schoolId?: string; siteUrl?: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, "world.json"), "utf8"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Mendable(
      `The world in ${shown(directory)} cannot be read (${code ?? "it is not JSON"}). Name another folder with --world.`,
    );
  }
}
