/** Plays months of a school on a fake clock: the administrator imports, and pairs or sends suggestions; everything else happens by itself. */
import { addDays, civilAt, firstDay, nextMonth, wallToInstant } from "../../../shared/domain/calendar.ts";
import { type School, studentsChoose } from "../../../shared/domain/school.ts";
import { opensAt } from "../../../shared/domain/school-year.ts";
import { type Instant, type Month, minute } from "../../../shared/domain/time.ts";
import { listMentorships } from "../../../shared/records/mentorships.ts";
import { listPeople } from "../../../shared/records/people.ts";
import { readRoster } from "../../../shared/roster/read-roster.ts";
import { approveMentor } from "../../../shared/runtime/act-on-person.ts";
import { confirmProposal } from "../../../shared/runtime/confirm-proposal.ts";
import { importRoster } from "../../../shared/runtime/import-roster.ts";
import { proposeAll } from "../../../shared/runtime/propose-pairs.ts";
import { sendSuggestions } from "../../../shared/runtime/send-suggestions.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { type Cast, startCast } from "../cast/cast.ts";
import type { FunctionFactories } from "../function-factories.ts";
import { functions } from "../functions.ts";
import type { Interception } from "../wire.ts";
import { openWorld, type World } from "../world.ts";

export type Rehearsal = {
  school: School;
  roster: Uint8Array;
  months: readonly Month[];
  seed: string;
  siteUrl: string;
  directory?: string | undefined;
  /** Instead of the product's own functions. */
  functions?: FunctionFactories | undefined;
  /** Stands on the wire to AWS, to count what goes over it or to disturb it. */
  interception?: Interception | undefined;
  /** The moment at which to stop; otherwise the months are played until the last answer could be in. */
  until?: Instant | undefined;
  /** Told at every new day, with the school's date. */
  onDay?: ((date: string, world: World) => void) | undefined;
};

/** Days before the first month's opening in which people are welcomed, agree and are paired. */
const daysOfPreparation = 14;
const daysUntilPairing = 3;
/** Where students choose, whoever has no mentor by then gets suggestions again, in time for the first month. */
const daysUntilSuggestingAgain = 10;

/** The months that follow one another from the first. */
export const monthsFrom = (first: Month, count: number): Month[] => {
  const months = [first];
  while (months.length < count) months.push(nextMonth(months.at(-1)!));
  return months;
};

/** Plays it to its end and leaves the world open. */
export async function play(rehearsal: Rehearsal): Promise<World> {
  const { school, months, seed } = rehearsal;
  const opening = opensAt(school, months[0]!);
  const startAt = daysFrom(opening, -daysOfPreparation, school);
  const world = await openWorld({
    school,
    siteUrl: rehearsal.siteUrl,
    seed,
    startAt,
    functions: rehearsal.functions ?? functions,
    directory: rehearsal.directory,
    interception: rehearsal.interception,
  });
  const cast = startCast(world, seed);
  await importPeople(world, rehearsal.roster);
  await goOn(world, cast, daysFrom(startAt, daysUntilPairing, school), rehearsal);
  if (studentsChoose(school)) {
    await sendSuggestions(world.runtime, Infinity);
    await goOn(world, cast, daysFrom(startAt, daysUntilSuggestingAgain, school), rehearsal);
    await sendSuggestions(world.runtime, Infinity);
  } else await pairEverybody(world);
  await goOn(world, cast, rehearsal.until ?? lastAnswerAt(school, months.at(-1)!), rehearsal);
  return world;
}

/** Everything that happens until a moment, people and clock in their order. */
async function goOn(world: World, cast: Cast, until: Instant, { onDay }: Rehearsal): Promise<void> {
  let date = "";
  for (;;) {
    const at = Math.min((await world.nextEventAt()) ?? until, cast.nextAt() ?? until, until);
    await world.advanceTo(at);
    await cast.act();
    await world.settle();
    const today = civilAt(at, world.school.timeZone).date;
    if (today !== date) onDay?.(today, world);
    date = today;
    if (at >= until) return;
  }
}

async function importPeople(world: World, bytes: Uint8Array): Promise<void> {
  const roster = readRoster(bytes, world.school);
  if (!roster.ok) throw new Error(roster.refusal.map(({ sentence }) => sentence).join("\n"));
  await importRoster(world.runtime, roster.value);
  for (const { id, mentor } of await listPeople(tableOf(world.runtime)))
    if (mentor && !mentor.approved) await approveMentor(world.runtime, id);
}

async function pairEverybody(world: World): Promise<void> {
  await proposeAll(world.runtime);
  for (const { id, state } of await listMentorships(tableOf(world.runtime)))
    if (state === "proposed") await confirmProposal(world.runtime, id);
}

const daysFrom = (instant: Instant, days: number, { timeZone }: School): Instant => {
  const { date, time } = civilAt(instant, timeZone);
  return wallToInstant(addDays(date, days), time, timeZone);
};

/** After the last meeting of a month its answers may still come for as long as the school waits for them. */
const lastAnswerAt = (school: School, month: Month): Instant =>
  wallToInstant(
    addDays(firstDay(nextMonth(month)), school.reminders.closeDaysAfter + 1),
    "12:00",
    school.timeZone,
  ) + minute;
