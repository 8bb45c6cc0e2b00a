/** Plays months of a school and counts what AWS would charge for, for one pair and one month in the middle of the year. */
import { readFileSync } from "node:fs";
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import { addDays, civilAt } from "../../../shared/domain/calendar.ts";
import type { LetterName } from "../../../shared/domain/letter-rules.ts";
import { opensAt } from "../../../shared/domain/school-year.ts";
import { hour, type Instant } from "../../../shared/domain/time.ts";
import { listMentorships } from "../../../shared/records/mentorships.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { schoolById } from "../../local/choose-school.ts";
import { monthsFrom, play } from "../../local/rehearsal/play.ts";
import type { World } from "../../local/world.ts";
import { assumptions } from "./assumptions.ts";
import { type Idle, measureIdle } from "./measure-idle.ts";
import { openWireMeter, type WireMeter } from "./wire-meter.ts";

export type Work = { invocations: number; awsCalls: number };

export type Measured = {
  roster: string;
  pairs: number;
  /** The rounds that were counted. */
  months: readonly string[];
  perPairMonth: {
    mailsByLetter: Readonly<Partial<Record<LetterName, number>>>;
    mailBytes: number;
    /** Of the calendar entries that go along as files. */
    attachedBytes: number;
    mailEvents: number;
    pageRequests: number;
    schedules: number;
    writeUnitsByKind: Readonly<Record<string, number>>;
    tableReadUnits: number;
    /** What a pair has left in the table at the end of a school year. */
    storedBytes: number;
    backedUpBytes: number;
    /** Without what a start by the clock asks for even where nothing is to be done. */
    work: Readonly<Record<FunctionName, Work>>;
  };
  /** One start of each function that the clock starts, where nothing is to be done. */
  perIdleStart: Readonly<Partial<Record<FunctionName, Idle>>>;
};

/** Pairs in the middle of their year: nobody joins any more and nobody leaves yet, and the third meeting's milestone is among it. */
const roster = "test/rosters/riverside.csv";
const firstMonth = "2026-12";
const monthsBefore = 1;
const monthsCounted = 4;

const pageFunctions = catalogue.filter(({ opensBy }) => opensBy.by === "pages").map(({ name }) => name);

export async function measure(): Promise<Measured> {
  const school = schoolById("riverside");
  const months = monthsFrom(firstMonth, monthsBefore + monthsCounted + 1);
  const opening = (month: string): Instant => opensAt(school, month);
  // Counted from the day before an opening to the day before another, so that each month has its own opening in it.
  const dayBefore = (month: string) => addDays(civilAt(opening(month), school.timeZone).date, -1);
  const last = months.at(-1)!;
  const [from, to] = [dayBefore(months[monthsBefore]!), dayBefore(last)];
  let now = 0;
  const meter = openWireMeter(() => now);
  const seen = new Map<string, Counts>();
  const world = await play({
    school,
    roster: readFileSync(new URL(`../../../${roster}`, import.meta.url)),
    months,
    seed: "cost",
    siteUrl: "https://riverside.mentor-rounds.example",
    functions: meter.factories,
    interception: meter.interception,
    until: opening(last) - hour,
    onDay(date, world) {
      now = world.now();
      if (date === from || date === to) seen.set(date, countsOf(meter, world));
    },
  });
  const mentorships = await listMentorships(tableOf(world.runtime));
  await world.close();
  const pairs = mentorships.filter(({ state }) => state === "active").length;
  const [before, after] = [seen.get(from), seen.get(to)];
  if (!before || !after || pairs === 0) throw new Error("the rehearsal that is measured has no such months");
  const perIdleStart = await measureIdle(school, opening(firstMonth));
  return {
    roster,
    pairs,
    months: months.slice(monthsBefore, -1),
    perPairMonth: perPairMonth(before, after, pairs * monthsCounted, perIdleStart),
    perIdleStart,
  };
}

type Counts = {
  plain: Record<string, number>;
  letters: Record<string, number>;
  writeUnits: Readonly<Record<string, number>>;
  invocations: Readonly<Record<FunctionName, number>>;
  awsCalls: Readonly<Record<FunctionName, number>>;
};

function countsOf({ table, schedules, awsCalls }: WireMeter, { mailbox, counts }: World): Counts {
  const letters: Record<string, number> = {};
  for (const { tags } of mailbox) letters[tags.letter!] = (letters[tags.letter!] ?? 0) + 1;
  const { stored, backedUp } = table.bytesAfterMonths(assumptions.monthsStored);
  return {
    plain: {
      mailBytes: mailbox.reduce((sum, { bytes }) => sum + bytes.length, 0),
      attachedBytes: mailbox.reduce((sum, { raw }) => sum + attachedBytes(raw), 0),
      schedules: schedules(),
      tableReadUnits: table.readUnits(),
      stored,
      backedUp,
    },
    letters,
    writeUnits: table.writeUnitsByKind(),
    invocations: counts.calls,
    awsCalls: awsCalls(),
  };
}

const attachedBytes = (raw: string): number =>
  /Content-Disposition: attachment.*?\r\n\r\n(.*?)\r\n--/s.exec(raw)?.[1]?.length ?? 0;

/** The difference of two counts, for each of so many months of one pair. */
function perPairMonth(
  before: Counts,
  after: Counts,
  pairMonths: number,
  idle: Measured["perIdleStart"],
): Measured["perPairMonth"] {
  const share = (more: number): number => Math.round((more / pairMonths) * 100) / 100;
  const shares = (was: Readonly<Record<string, number>>, is: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(is)
        .map(([name, count]) => [name, share(count - (was[name] ?? 0))] as const)
        .filter(([, each]) => each > 0)
        .sort(([, one], [, other]) => other - one),
    );
  const more = (name: string): number => after.plain[name]! - before.plain[name]!;
  const starts = (name: FunctionName): number => after.invocations[name] - before.invocations[name];
  const idleReads = catalogue.reduce(
    (sum, { name }) => sum + starts(name) * (idle[name]?.tableReadUnits ?? 0),
    0,
  );
  const work = catalogue.map(({ name }) => {
    const calls = after.awsCalls[name] - before.awsCalls[name];
    const awsCalls = share(calls - starts(name) * (idle[name]?.awsCalls ?? 0));
    // Starts by the clock are the school's and not the pair's.
    return [name, { invocations: idle[name] ? 0 : share(starts(name)), awsCalls }] as const;
  });
  return {
    mailsByLetter: shares(before.letters, after.letters),
    mailBytes: share(more("mailBytes")),
    attachedBytes: share(more("attachedBytes")),
    mailEvents: share(starts("mail-events")),
    pageRequests: share(pageFunctions.reduce((sum, name) => sum + starts(name), 0)),
    schedules: share(more("schedules")),
    writeUnitsByKind: shares(before.writeUnits, after.writeUnits),
    tableReadUnits: share(more("tableReadUnits") - idleReads),
    storedBytes: share(more("stored")),
    backedUpBytes: share(more("backedUp")),
    work: Object.fromEntries(work) as Record<FunctionName, Work>,
  };
}
