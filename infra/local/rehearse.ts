/** `npm run rehearse`: plays months of a roster before anybody real is written to, and prints what a program lead wants to know. */
import { pairings, type School } from "../../shared/domain/school.ts";
import type { Month } from "../../shared/domain/time.ts";
import { Mendable, readOptions, runCommand, wholeNumber } from "./command-line.ts";
import { monthToPlay } from "./month-to-play.ts";
import { countFigures, notePlans, type Opening } from "./rehearsal/figures.ts";
import { leaveMails, readyForMails } from "./rehearsal/leaf-through.ts";
import { monthsFrom, play } from "./rehearsal/play.ts";
import { reportOf } from "./rehearsal/report.ts";
import { openRosterFile } from "./roster-file.ts";

const usage =
  "npm run rehearse -- --roster FILE [--school ID] [--month 2026-12] [--months N] [--pairing proposed|chosen] [--seed S] [--out DIR]";
const options = {
  roster: { type: "string" },
  school: { type: "string" },
  month: { type: "string" },
  months: { type: "string" },
  pairing: { type: "string" },
  seed: { type: "string" },
  out: { type: "string" },
} as const;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The school as it would be with the other way to pair, so that both can be tried before one is chosen. */
function pairedBy(school: School, pairing: string | undefined): School {
  if (pairing === undefined) return school;
  const known = pairings.find((known) => known === pairing);
  if (!known) throw new Mendable(`--pairing takes ${pairings.join(" or ")}, not "${pairing}".`);
  return { ...school, pairing: known };
}

await runCommand(async () => {
  const given = readOptions(options, usage);
  if (given.roster === undefined) throw new Mendable(`Say whose months to play. Use: ${usage}`);
  const count = wholeNumber("months", given.months, 1, 12, 1);
  const seed = given.seed ?? "1";
  const { bytes, school: asItIs } = openRosterFile(given.roster, given.school, say);
  const school = pairedBy(asItIs, given.pairing);
  const months = monthsFrom(monthToPlay(school, given.month, new Date().toISOString().slice(0, 10)), count);
  if (given.out !== undefined) readyForMails(given.out);
  say(`${school.name}: ${months.join(", ")}, seed ${seed}.`);
  const openings = new Map<Month, Opening>();
  const world = await play({
    school,
    roster: bytes,
    months,
    seed,
    siteUrl: `https://${school.id}.mentor-rounds.example`,
    onDay: (date, world) => {
      say(`${date}  ${world.mailbox.length} mails`);
      notePlans(world, openings);
    },
  });
  const report = reportOf(await countFigures(world, months, openings));
  for (const { function: name, error } of world.faults)
    say(`A fault in ${name}: ${error instanceof Error ? error.stack : String(error)}`);
  process.stdout.write(report);
  if (given.out !== undefined) {
    await leaveMails(world, given.out, report);
    say(`Every mail is in ${given.out}; open ${given.out}/index.html to leaf through them.`);
  }
  if (world.faults.length > 0) process.exitCode = 1;
  await world.close();
});
