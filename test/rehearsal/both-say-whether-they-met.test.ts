/** In a rehearsal both sides use the page that asks whether they met, each with the fields of its own. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schoolById } from "../../infra/local/choose-school.ts";
import { monthsFrom, play } from "../../infra/local/rehearsal/play.ts";
import { listMeetings } from "../../shared/records/meetings.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";

it("has held meetings of which both told", { timeout: 120_000 }, async () => {
  const world = await play({
    school: schoolById("riverside"),
    roster: readFileSync("infra/local/seed/roster.csv"),
    months: monthsFrom("2026-12", 1),
    seed: "7",
    siteUrl: "https://riverside.mentor-rounds.example",
  });
  const meetings = await listMeetings(tableOf(world.runtime), "2026-12");
  await world.close();
  const toldByBoth = meetings.filter(
    ({ state, answers }) => state === "held" && answers.student && answers.mentor,
  );
  expect(toldByBoth.length).toBeGreaterThan(0);
});
