/** Plays some months of a small school and counts what AWS would charge for in one of them, for one pair. */
import { readFileSync } from "node:fs";
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import { civilAt } from "../../../shared/domain/calendar.ts";
import { listMentorships } from "../../../shared/records/mentorships.ts";
import { opensAt } from "../../../shared/runtime/rounds.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { schoolById } from "../../local/choose-school.ts";
import { monthsFrom, play } from "../../local/rehearsal/play.ts";
import type { Interception } from "../../local/wire.ts";
import type { World } from "../../local/world.ts";
import { openTableMeter } from "./table-meter.ts";

export type Measured = {
  pairs: number;
  months: number;
  /** For one pair and one month. */
  perPairMonth: {
    mails: number;
    mailEvents: number;
    pageRequests: number;
    schedules: number;
    tableWriteUnits: number;
    tableReadUnits: number;
    storedBytes: number;
    awsCalls: number;
    invocations: Readonly<Record<FunctionName, number>>;
  };
};

/** From the opening of the year's second month to that of its third: nobody joins any more, and nobody leaves yet. */
const firstMonth = "2026-09";
const monthsCounted = 1;

const pageFunctions = catalogue.filter(({ opensBy }) => opensBy.by === "pages").map(({ name }) => name);

type Counts = Record<string, number>;

export async function measure(): Promise<Measured> {
  const school = schoolById("riverside");
  const months = monthsFrom(firstMonth, 2 + monthsCounted);
  const [from, to] = [months[1]!, months[1 + monthsCounted]!].map(
    (month) => civilAt(opensAt(school, month), school.timeZone).date,
  ) as [string, string];
  const table = openTableMeter();
  const wire: Counts = { schedules: 0, awsCalls: 0 };
  const interception: Interception = async (call, deliver) => {
    const answer = await deliver();
    wire.awsCalls!++;
    if (call.operation === "CreateSchedule" && answer.statusCode === 200) wire.schedules!++;
    table.take(call, answer);
    return answer;
  };
  const snapshots = new Map<string, Counts>();
  const countsOf = ({ counts }: World): Counts => ({
    ...wire,
    ...counts.calls,
    mails: counts.mails,
    tableWriteUnits: table.writeUnits(),
    tableReadUnits: table.readUnits(),
    storedBytes: table.storedBytes(),
  });
  const world = await play({
    school,
    roster: readFileSync(new URL("../../local/seed/roster.csv", import.meta.url)),
    months,
    seed: "cost",
    siteUrl: "https://riverside.mentor-rounds.example",
    interception,
    until: opensAt(school, months[1 + monthsCounted]!),
    onDay(date, world) {
      if (date === from || date === to) snapshots.set(date, countsOf(world));
    },
  });
  const mentorships = await listMentorships(tableOf(world.runtime));
  await world.close();
  const pairs = mentorships.filter(({ state }) => state === "active").length;
  const [before, after] = [snapshots.get(from), snapshots.get(to)];
  if (!before || !after || pairs === 0) throw new Error("the rehearsal that is measured has no such months");
  const rate = (name: string): number => rounded((after[name]! - before[name]!) / pairs / monthsCounted);
  return {
    pairs,
    months: monthsCounted,
    perPairMonth: {
      mails: rate("mails"),
      mailEvents: rate("mail-events"),
      pageRequests: rounded(pageFunctions.reduce((sum, name) => sum + rate(name), 0)),
      schedules: rate("schedules"),
      tableWriteUnits: rate("tableWriteUnits"),
      tableReadUnits: rate("tableReadUnits"),
      storedBytes: rate("storedBytes"),
      awsCalls: rate("awsCalls"),
      invocations: Object.fromEntries(catalogue.map(({ name }) => [name, rate(name)])) as Record<
        FunctionName,
        number
      >,
    },
  };
}

const rounded = (number: number): number => Math.round(number * 100) / 100;
