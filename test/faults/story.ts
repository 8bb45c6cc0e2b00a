/** A month of the small school in virtual time: the real functions, the real clients, and people who press the pages' buttons. */
import { throughFrontDoor } from "../../infra/local/front-door.ts";
import { functions as ours } from "../../infra/local/functions.ts";
import { openWorld, type World } from "../../infra/local/world.ts";
import { type Remembered, worldMemory } from "../../infra/local/world-memory.ts";
import { type Instant, minute } from "../../shared/domain/time.ts";
import type { Verb } from "../../shared/links/verbs.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { listPeople } from "../../shared/records/people.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { acceptAgreement } from "../../shared/runtime/act-on-person.ts";
import { importRoster } from "../../shared/runtime/import-roster.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { type FaultPlan, nothingGoesWrong } from "./fault.ts";
import type { Feed } from "./feed.ts";
import { type FragileFunctions, fragileFunctions } from "./fragile-functions.ts";
import { type Counters, type Injector, noCounts, openInjector } from "./injector.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { type Act, doAct, type Pending } from "./people.ts";
import { pairsStandAt, script } from "./script.ts";
import { roster, school } from "./small-school.ts";
import { openWitness, type Sent, type Witness } from "./witness.ts";

/** The story at one moment, to be taken up again from there. */
export type Moment = {
  world: Remembered;
  counters: Counters;
  sent: readonly Sent[];
  /** What people are still to do. */
  pending: readonly Pending[];
};

export type Story = {
  world: World;
  injector: Injector;
  witness: Witness;
  pending: Pending[];
  /** What people did not get done. */
  inVain: Act[];
  /** A page asked for by somebody while the world waits in the middle of a call. */
  requestAmid: World["request"];
  remember: () => Moment;
  close: () => Promise<void>;
};

export const siteUrl = "https://small.mentor-rounds.example";

/** After the faults have stopped, the longest a mail may still be in doubt: the longest wait, and half an hour. */
export const settlingTime = 95 * minute;

/** Takes the story up at a moment, or at its very beginning, with nobody in the school yet. */
export async function openStory(plan: FaultPlan, from?: Moment, feed?: Feed): Promise<Story> {
  const memory = worldMemory(from?.world);
  let world: World | undefined;
  let functions: FragileFunctions | undefined;
  const witness = openWitness(() => world?.now() ?? 0, from?.sent);
  const injector = openInjector({
    plan,
    feed,
    counters: from?.counters ?? noCounts,
    world: () => world!,
    functions: () => functions!,
    witness: witness.see,
  });
  functions = fragileFunctions(ours, injector.mishapOf);
  world = await openWorld({
    school,
    siteUrl,
    seed: "a month under fire",
    startAt: inNewYork("2026-11-20 09:00"),
    functions: functions.factories,
    memory,
    interception: injector.interception,
    outside: injector.outside,
  });
  const opened = world;
  const pending = [...(from?.pending ?? [])];
  let requestsAmid = 0;
  return {
    world: opened,
    injector,
    witness,
    pending,
    inVain: [],
    requestAmid: (request) =>
      throughFrontDoor(functions!.call, request, `request-amid-${++requestsAmid}`, opened.now()),
    remember: () => ({
      world: memory.remember(),
      counters: { ...injector.counters },
      sent: [...witness.sent],
      pending: [...pending],
    }),
    close: () => opened.close(),
  };
}

/** The moment at which the pairs stand and the month is about to open. */
export async function beginning(acts: readonly Act[] = script): Promise<Moment> {
  const story = await openStory(nothingGoesWrong);
  const { world } = story;
  const people = readRoster(new TextEncoder().encode(roster), school);
  if (!people.ok) throw new Error(people.refusal.map(({ sentence }) => sentence).join("\n"));
  // Nothing has bounced yet when the month begins.
  const { outside } = story.injector;
  const arrives = outside.eventArrives!;
  outside.eventArrives = (at, event) =>
    event.Records[0]!.Sns.Message.includes('"eventType":"Bounce"') ? [] : arrives(at, event);
  await importRoster(world.runtime, people.value);
  for (const { id } of await listPeople(tableOf(world.runtime))) await acceptAgreement(world.runtime, id);
  await proposeAll(world.runtime);
  for (const { id } of await listMentorships(tableOf(world.runtime)))
    await actOnMentorship(world.runtime, id, { type: "confirmed", by: "administrator" });
  await world.advanceTo(pairsStandAt);
  const moment = story.remember();
  await story.close();
  return {
    ...moment,
    counters: noCounts,
    pending: acts.map((act) => ({ at: act.at, act, tries: 0 })),
  };
}

/**
 * Lets people act and time pass up to `endsAt`. At each stop on the way, `atStop` says whether that was enough.
 * The clock never goes back: a stop that is past is one at once.
 */
export async function play(
  story: Story,
  endsAt: Instant,
  stops: readonly Instant[] = [],
  atStop: (stop: number) => "enough" | undefined = () => undefined,
): Promise<void> {
  const { world, pending } = story;
  let stop = stops.findIndex((at) => at > world.now());
  if (stop < 0) stop = stops.length;
  for (;;) {
    pending.sort((one, other) => one.at - other.at);
    const next = pending[0];
    const at = Math.min(next?.at ?? endsAt, stops[stop] ?? endsAt, endsAt);
    await world.advanceTo(Math.max(world.now(), at));
    if (at === stops[stop]) {
      if (atStop(stop++) === "enough") return;
    } else if (at === next?.at && at < endsAt) {
      pending.shift();
      const outcome = await doAct(world, next);
      if (typeof outcome === "object") pending.push(outcome);
      else if (outcome !== "done") story.inVain.push(next.act);
    } else return;
  }
}

/** The story as the outside world saw it, for the checks. */
export function outcomeOfStory(
  story: Story,
  calmSince: Instant,
  pressedAgain: readonly Verb[] = [],
): Outcome {
  const { world, witness } = story;
  const { table } = story.remember().world;
  return outcomeOf({
    now: world.now(),
    calmSince,
    mails: world.mailbox,
    sent: witness.sent,
    changes: table,
    nameless: [
      ...world.log.map((line) => JSON.stringify(line)),
      ...world.deadLetters.map(({ body }) => body),
      ...witness.schedules,
    ],
    deadLetters: world.deadLetters.length,
    pressed: [...script.map(({ verb }) => verb), ...pressedAgain],
  });
}
