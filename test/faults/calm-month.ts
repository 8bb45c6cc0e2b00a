/** The month without faults: its moments of rest, from which a story with a fault sets out and to which it is compared. */
import { hour, type Instant } from "../../shared/domain/time.ts";
import { nothingGoesWrong, type Stream } from "./fault.ts";
import { likenessOf } from "./likeness.ts";
import type { Outcome } from "./outcome.ts";
import { pairsStandAt, storyEndsAt } from "./script.ts";
import { beginning, type Moment, openStory, outcomeOfStory, play, type Story } from "./story.ts";

export type CalmMonth = {
  /** The first is the beginning; each next one comes after something happened. */
  moments: readonly Moment[];
  /** When the moments are, without the first. */
  stops: readonly Instant[];
  likenesses: readonly string[];
  /** How many calls, events, schedules and invocations there are to spoil. */
  counts: Readonly<Record<Stream, number>>;
  /** What each call was for, by its index. */
  places: ReadonlyMap<number, string>;
  /** When each call, event, schedule and invocation comes, by its index. */
  cameAt: Readonly<Record<Stream, readonly Instant[]>>;
  /** When something happens. */
  busyAt: readonly Instant[];
  outcome: Outcome;
  /** What people did not get done; nothing, as long as the script fits the school. */
  inVain: readonly string[];
};

/** Quiet for this long counts as rest… */
const quietFor = 3 * hour;
/** …and a moment is kept this long after the last thing happened: more than any mail can be in doubt. */
const restAfter = 2 * hour;

export async function calmMonth(): Promise<CalmMonth> {
  const begin = await beginning();
  const scout = await openStory(nothingGoesWrong, begin);
  await play(scout, storyEndsAt);
  const busyAt = busyTimes(scout);
  await scout.close();
  const stops = busyAt
    .filter((at, index) => (busyAt[index + 1] ?? storyEndsAt) - at >= quietFor)
    .map((at) => at + restAfter);

  const moments: Moment[] = [begin];
  const story = await openStory(nothingGoesWrong, begin);
  await play(story, storyEndsAt, stops, () => void moments.push(story.remember()));
  const month = {
    moments,
    stops,
    likenesses: moments.map(likenessOf),
    counts: { ...story.injector.counters },
    places: story.injector.places,
    cameAt: story.injector.cameAt,
    busyAt,
    outcome: outcomeOfStory(story, story.world.now()),
    inVain: story.inVain.map(({ who, verb }) => `${who} could not ${verb}`),
  };
  await story.close();
  return month;
}

function busyTimes({ witness, world }: Story): Instant[] {
  const times = [...witness.sent.map(({ at }) => at), ...world.mailbox.map(({ at }) => at)];
  return [...new Set(times)].filter((at) => at > pairsStandAt).sort((one, other) => one - other);
}
