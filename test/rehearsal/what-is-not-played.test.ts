/** What a rehearsal cannot play is said, so that nobody takes its noughts for what will be. */
import { expect, it } from "vitest";
import { countFigures } from "../../infra/local/rehearsal/figures.ts";
import { monthsFrom, play } from "../../infra/local/rehearsal/play.ts";
import { reportOf } from "../../infra/local/rehearsal/report.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { school } from "../local/small-world.ts";

it("neither who is only invited nor a month after the school year", async () => {
  const months = monthsFrom("2027-05", 2);
  const world = await play({
    school,
    roster: new TextEncoder().encode(
      "role,name,email\nstudent,Ada Roe,ada@riverside.example.edu\nmentor,Uma Poe,uma@riverside.example.edu\n",
    ),
    months,
    seed: "1",
    siteUrl: "https://riverside.mentor-rounds.example",
    until: inNewYork("2027-04-24 10:00"),
  });
  const report = reportOf(await countFigures(world, months)).split("\n");
  await world.close();
  expect(report.slice(0, 7)).toEqual([
    "People",
    "  students                               0",
    "  mentors                                0",
    "  students without a mentor              0",
    "  invited, nobody of them signs up       2",
    "  pairs confirmed                        0",
    "  pairs active at the end                0",
  ]);
  const after = report.indexOf("June 2027");
  expect(report.slice(after - 1, after + 4)).toEqual([
    "",
    "June 2027",
    "  after the school year, and not opened",
    "",
    "Mails, by letter",
  ]);
});
