/** In a rehearsal of a school whose students choose, its people make the pairs: they choose, and are accepted, put off or left without an answer. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { countFigures } from "../../infra/local/rehearsal/figures.ts";
import { play } from "../../infra/local/rehearsal/play.ts";
import { reportOf } from "../../infra/local/rehearsal/report.ts";
import type { World } from "../../infra/local/world.ts";
import { inNewYork, newYorkTime } from "../domain/lifecycle/a-life.ts";
import { school } from "../local/small-world.ts";

const person = (row: string): string =>
  `${row},America/New_York,Mon 17:00-19:00; Tue 17:00-19:00; Thu 17:00-19:00,,`;
const roster = [
  "role,name,email,kind,stage,specialties,focus,capacity,time_zone,free,away,goals,place",
  ...["Ada", "Ben", "Cleo", "Dan", "Eva"].map(
    (name, index) =>
      `${person(`student,${name} Roe,${name.toLowerCase()}@riverside.example.edu,,MS2,pediatrics,research,${index === 0 ? 2 : 1}`)}research: Get a first project to a poster,`,
  ),
  ...["Uma", "Vic", "Wes"].map(
    (name) =>
      `${person(`mentor,${name} Poe,${name.toLowerCase()}@riverside.example.edu,faculty,attending,pediatrics,research,3`)},Room 2`,
  ),
].join("\n");

let worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds) await world.close();
  worlds = [];
});

async function rehearse(seed: string): Promise<World> {
  const world = await play({
    school: { ...school, pairing: "chosen" },
    roster: new TextEncoder().encode(roster),
    months: ["2026-12"],
    seed,
    siteUrl: "https://riverside.mentor-rounds.example",
    until: inNewYork("2026-11-24 08:00"),
  });
  worlds.push(world);
  return world;
}

const bytesOf = (world: World): string[] =>
  world.mailbox.map(({ at, bytes }) => `${at} ${createHash("sha256").update(bytes).digest("hex")}`);
const post = (world: World): string[] =>
  world.mailbox
    .filter(({ tags }) => tags.letter !== "welcome")
    .map(({ at, tags, to }) => `${newYorkTime(at)} ${tags.letter} → ${to.split("@")[0]}`);

it("sends the lists, and every pair comes of a choice and a yes", async () => {
  const world = await rehearse("2");
  expect(post(world)).toEqual([
    "2026-11-13 09:00 suggestions → ada",
    "2026-11-13 09:00 suggestions → ben",
    "2026-11-13 09:00 suggestions → cleo",
    "2026-11-13 09:00 suggestions → dan",
    "2026-11-13 09:00 suggestions → eva",
    "2026-11-13 09:05 mentor-asked → wes",
    "2026-11-13 09:09 mentor-asked → wes",
    "2026-11-13 09:09 mentor-asked → uma",
    "2026-11-13 09:26 paired → ada",
    "2026-11-13 09:26 paired → wes",
    "2026-11-13 09:55 paired → ben",
    "2026-11-13 09:55 paired → wes",
    "2026-11-13 10:36 mentor-asked → vic",
    "2026-11-13 13:15 mentor-asked → wes",
    "2026-11-13 13:39 mentor-asked → uma",
    "2026-11-13 14:16 paired → ada",
    "2026-11-13 14:16 paired → uma",
    "2026-11-13 15:08 paired → dan",
    "2026-11-13 15:08 paired → uma",
    "2026-11-13 17:32 paired → eva",
    "2026-11-13 17:32 paired → vic",
    "2026-11-16 13:15 suggestions → cleo",
    "2026-11-16 13:56 mentor-asked → uma",
    "2026-11-16 14:06 suggestions → cleo",
    "2026-11-16 14:19 mentor-asked → vic",
    "2026-11-16 14:24 paired → cleo",
    "2026-11-16 14:24 paired → vic",
  ]);
  const report = reportOf(await countFigures(world, ["2026-12"]));
  expect(report.split("\n").slice(0, 10)).toEqual([
    "People",
    "  students                               5",
    "  mentors                                3",
    "  students without a mentor              0",
    "  requests of students to mentors        8",
    "    accepted                             6",
    "    not now                              1",
    "    no answer in time                    1",
    "  pairs confirmed                        6",
    "  pairs active at the end                6",
  ]);
  expect(world.faults).toEqual([]);
});

it("is the same, byte for byte, for one seed", async () => {
  expect(bytesOf(await rehearse("2"))).toEqual(bytesOf(await rehearse("2")));
});

it("is tried by an option, which knows its two words", () => {
  const options = ["--roster", "infra/local/seed/roster.csv", "--pairing", "drawn"];
  const { status, stderr } = spawnSync(process.execPath, ["infra/local/rehearse.ts", ...options], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([2, '--pairing takes proposed or chosen, not "drawn".\n']);
});
