/** `npm start`: a school on this machine, with its pages, its mailbox and a clock to move. */
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isCivilDate, wallToInstant } from "../../shared/domain/calendar.ts";
import { describeMonth } from "../../shared/domain/moments.ts";
import type { School } from "../../shared/domain/school.ts";
import { hour, type Instant } from "../../shared/domain/time.ts";
import { listPeople } from "../../shared/records/people.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { importRoster } from "../../shared/runtime/import-roster.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { Mendable, readOptions, runCommand, wholeNumber } from "./command-line.ts";
import { DirectoryInUse, lockDirectory } from "./directory-lock.ts";
import { functions } from "./functions.ts";
import { readyFolder } from "./given-folder.ts";
import { openRosterFile, type RosterFile } from "./roster-file.ts";
import { playSeed, seedSchool } from "./seed/seed.ts";
import { localAddress, takePort } from "./server.ts";
import { openWorld, type World } from "./world.ts";

const usage =
  "npm start -- [--roster FILE] [--school ID] [--port N] [--at 2026-11-20T09:00] [--data DIR] [--fresh]";
const options = {
  roster: { type: "string" },
  school: { type: "string" },
  port: { type: "string" },
  at: { type: "string" },
  data: { type: "string" },
  fresh: { type: "boolean" },
} as const;

/** Where worlds are kept, unless --data names another place. */
const usualFolder = fileURLToPath(new URL("../../.mentor-rounds/", import.meta.url));
/** What a beginning leaves wherever it is cut short: first its lock, and its mails' journal if it could give that back. */
const begunBy = ["lock", "mails.jsonl"];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runCommand(async () => {
  const given = readOptions(options, usage);
  const port = wholeNumber("port", given.port, 1, 65_535, 4800);
  const siteUrl = `http://${localAddress}:${port}`;
  const roster = given.roster === undefined ? undefined : openRosterFile(given.roster, given.school, say);
  if (!roster && (given.school !== undefined || given.at !== undefined))
    throw new Mendable(`--school and --at go with --roster. Use: ${usage}`);
  const school = roster?.school ?? seedSchool();
  const startAt = startOf(given.at, school);
  const data = given.data ?? usualFolder;
  readyFolder(data, "data");
  if (existsSync(join(data, "world.json")))
    throw new Mendable(`${data} is a school itself. Name the folder that it is in with --data.`);
  const directory = join(data, roster ? school.id : "seed");
  const door = await takePort(port);
  try {
    const foundAgain = holdsWorld(directory) && !given.fresh;
    if (!foundAgain)
      await begin(directory, (unfinished) =>
        roster
          ? beginWith(roster, siteUrl, unfinished, startAt)
          : playSeed(siteUrl, unfinished, tellMonths()),
      );
    const world = await openWorld({ school, siteUrl, directory, functions, startAt });
    door.open(world);
    await tellWhereToGo(world, siteUrl, foundAgain ? foundAgainWith(given) : ".");
    const stop = async () => {
      door.close();
      await runCommand(() => world.close());
      process.exit();
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
  } catch (error) {
    door.close();
    throw error instanceof DirectoryInUse ? new Mendable(error.message) : error;
  }
});

/**
 * Whether a world lies there, known by one of these files in it. Throws Mendable for a folder of anything else, and
 * DirectoryInUse while somebody has it open.
 */
function holdsWorld(directory: string, knownBy: readonly string[] = ["world.json"]): boolean {
  if (!existsSync(directory)) return false;
  readyFolder(directory, "data");
  const inside = readdirSync(directory);
  if (inside.length > 0 && !knownBy.some((file) => inside.includes(file)))
    throw new Mendable(`${directory} holds something other than a school. Name another folder with --data.`);
  lockDirectory(directory)();
  return inside.length > 0;
}

/** A beginning that is cut short leaves nothing that would be taken for a world, and a world before it as it was. */
async function begin(directory: string, how: (unfinished: string) => Promise<World>): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  holdsWorld(unfinished, begunBy);
  rmSync(unfinished, { recursive: true, force: true });
  const begun = await how(unfinished);
  await begun.close();
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
}

async function beginWith(
  { bytes, school }: RosterFile,
  siteUrl: string,
  directory: string,
  startAt: Instant,
): Promise<World> {
  const world = await openWorld({ school, siteUrl, directory, functions, startAt });
  const roster = readRoster(bytes, school);
  if (!roster.ok) throw new Mendable(roster.refusal.map(({ sentence }) => sentence).join("\n"));
  await importRoster(world.runtime, roster.value);
  await world.settle();
  return world;
}

/** A wall time of this century in the school's zone, or the present hour of this machine. */
function startOf(at: string | undefined, school: School): Instant {
  if (at === undefined) return Math.floor(Date.now() / hour) * hour;
  const match = /^(20\d\d-\d\d-\d\d)T(([01]\d|2[0-3]):[0-5]\d)$/.exec(at);
  if (!match || !isCivilDate(match[1]!))
    throw new Mendable(`--at takes a moment like 2026-11-20T09:00, not "${at}".`);
  return wallToInstant(match[1]!, match[2]!, school.timeZone);
}

/** Says each month of the seed once. */
function tellMonths(): (date: string) => void {
  let told = "";
  return (date) => {
    const month = date.slice(0, 7);
    if (month !== told) say(`The seeded school lives through ${describeMonth(month)}…`);
    told = month;
  };
}

/** A world that was here before keeps its people and its clock, whatever the command names. */
function foundAgainWith({ roster, at }: { roster?: string; at?: string }): string {
  const lines = [", found again as you left it (--fresh starts anew)."];
  if (roster !== undefined)
    lines.push(`${roster} was not imported again; the administrator's page Import takes it.`);
  if (at !== undefined)
    lines.push(`--at ${at} was not used; the clock stands where you left it, and moves in the mailbox.`);
  return lines.join("\n");
}

async function tellWhereToGo(world: World, siteUrl: string, howFound: string): Promise<void> {
  const people = await listPeople(tableOf(world.runtime));
  const student = people.find((person) => person.student);
  const mentor = people.find((person) => person.mentor);
  const earlier = world.earlierSiteUrl;
  say(
    [
      "",
      `${world.school.name} is open${howFound}`,
      ...(earlier === undefined || earlier === siteUrl
        ? []
        : [`Links in its mails until now lead to ${earlier}; start it there and they work.`]),
      "",
      `  The mailbox and the clock   ${siteUrl}/local/mailbox`,
      `  The administrator's page    ${siteUrl}/local/as/administrator`,
      ...(student
        ? [`  A student's page            ${siteUrl}/local/as/${student.id}  (${student.name})`]
        : []),
      ...(mentor ? [`  A mentor's page             ${siteUrl}/local/as/${mentor.id}  (${mentor.name})`] : []),
      `  Everybody else              ${siteUrl}/local`,
      "",
      "Stop with Ctrl-C; the next start finds everything again.",
    ].join("\n"),
  );
}
