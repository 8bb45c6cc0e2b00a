/** The school that `npm start` shows: a small one, played from October into December. */
import { readFileSync } from "node:fs";
import { wallToInstant } from "../../../shared/domain/calendar.ts";
import type { School } from "../../../shared/domain/school.ts";
import { usualSchool } from "../choose-school.ts";
import { monthsFrom, play } from "../rehearsal/play.ts";
import type { World } from "../world.ts";

export const seedSchool = (): School => usualSchool();

/** Plays the seeded school up to a Wednesday morning in December, with meetings behind it and ahead of it. */
export function playSeed(siteUrl: string, directory: string, onDay: (date: string) => void): Promise<World> {
  const school = seedSchool();
  return play({
    school,
    roster: readFileSync(new URL("roster.csv", import.meta.url)),
    months: monthsFrom("2026-10", 3),
    seed: "riverside",
    siteUrl,
    directory,
    until: wallToInstant("2026-12-09", "10:00", school.timeZone),
    onDay,
  });
}
