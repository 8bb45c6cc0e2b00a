/** Plays one story with its faults, from the last calm moment before the first of them until nothing tells it from a calm one. */
import { seededRandom } from "../../infra/local/seeded-random.ts";
import { minute } from "../../shared/domain/time.ts";
import type { CalmMonth } from "./calm-month.ts";
import { findingsOf } from "./checks/all.ts";
import { type FaultPlan, faultKinds, type Stream, theseFaults } from "./fault.ts";
import { figuresOf, lateWithoutDoubt, punctualityOf, traceOf } from "./figures.ts";
import type { Job, JobDone } from "./job.ts";
import { likenessOf } from "./likeness.ts";
import { type Act, doAct } from "./people.ts";
import { calmFrom, script, storyEndsAt, sudden } from "./script.ts";
import { type Moment, openStory, outcomeOfStory, play, type Story, settlingTime } from "./story.ts";

export async function runJob(month: CalmMonth, job: Job): Promise<JobDone> {
  const story = await openStory(planOf(job), startOf(month, job), job.feed);
  const acted = job.amid && actAmid(story, job.amid);
  const calmSince =
    job.faults && !job.instead && !job.again
      ? await untilAlike(month, story, job.faults)
      : await untilCalm(month, story, job);
  await acted?.();
  const more = job.amid ? sudden[job.amid.act] : job.again;
  const outcome = outcomeOfStory(story, calmSince, more ? [more.verb] : []);
  const { injected } = story.injector;
  const punctuality = punctualityOf(outcome);
  const findings = [
    ...(await findingsOf(outcome, job.allowed ?? {})),
    ...lateWithoutDoubt(injected, punctuality),
  ];
  const done: JobDone = {
    job,
    findings,
    injected,
    figures: figuresOf(outcome, findings),
    ...punctuality,
    deadLetters: outcome.deadLetters,
    trace: traceOf(outcome, injected),
  };
  await story.close();
  return done;
}

/** Each fault by chance, kinds evenly; a draw for each call, so that the same seed gives the same faults. */
function byChance({ seed, rate }: NonNullable<Job["chance"]>): FaultPlan {
  const random = seededRandom(seed);
  return (on: Stream) => {
    if (random.fraction() >= rate) return undefined;
    const kinds = faultKinds[on];
    return kinds[random.below(kinds.length)];
  };
}

const planOf = (job: Job): FaultPlan => (job.chance ? byChance(job.chance) : theseFaults(job.faults ?? []));

/** The last calm moment before anything is different. */
function startOf({ moments, stops }: CalmMonth, { faults, chance, again, instead, amid }: Job): Moment {
  if (amid) return moments.findLast(({ counters }) => counters.call <= amid.call) ?? moments[0]!;
  if (!again && !instead)
    return chance
      ? moments[0]!
      : (moments.findLast(({ counters }) => (faults ?? []).every(({ on, index }) => counters[on] <= index)) ??
          moments[0]!);
  const act = actOf((again ?? instead)!.verb);
  const at = (again ?? instead)!.at;
  const from = moments[stops.findLastIndex((stop) => stop < (again ? at : Math.min(at, act.at))) + 1]!;
  const others = from.pending.filter((it) => again || it.act !== act);
  return { ...from, pending: [...others, { at, act: { ...act, at }, tries: 0 }] };
}

const actOf = (verb: Act["verb"]): Act => script.find((act) => act.verb === verb)!;

/** Somebody presses a button in the middle of a call; rejects afterwards when nobody could. */
function actAmid(story: Story, { act, call }: NonNullable<Job["amid"]>): () => Promise<void> {
  const { injector, world, requestAmid } = story;
  const reach = { runtime: world.runtime, now: world.now, mailbox: world.mailbox, request: requestAmid };
  let pressed: ReturnType<typeof doAct> | undefined;
  injector.amid(call, () => {
    pressed = doAct(reach, { at: world.now(), act: sudden[act], tries: 0 });
    return pressed;
  });
  return async () => {
    const outcome = await pressed;
    if (outcome !== "done" && outcome !== "refused")
      throw new Error(`${act} could not be done amid call ${call}`);
  };
}

/** Ends early where the story has come to stand like the calm one: from there on it is the calm one. */
async function untilAlike(
  month: CalmMonth,
  story: Story,
  faults: readonly { on: Stream; index: number }[],
): Promise<number> {
  const past = (): boolean => faults.every(({ on, index }) => story.injector.counters[on] > index);
  await play(story, storyEndsAt, month.stops, (stop) =>
    past() && likenessOf(story.remember()) === month.likenesses[stop + 1] ? "enough" : undefined,
  );
  return Math.max(0, ...story.injector.injected.map(({ at }) => at));
}

/** Faults to the end of the story or, for half of the seeds, to some moment in the thick of it; then time to settle. */
async function untilCalm(month: CalmMonth, story: Story, { chance, ...job }: Job): Promise<number> {
  const random = seededRandom(`${chance?.seed} ends`);
  const changedAt = job.amid ? month.cameAt.call[job.amid.call] : (job.again ?? job.instead)?.at;
  const calmAt =
    changedAt !== undefined
      ? changedAt + 15 * minute
      : chance && random.fraction() < 0.5
        ? month.busyAt[random.below(month.busyAt.length)]! + random.below(10) * minute
        : calmFrom;
  await play(story, calmAt);
  story.injector.stop();
  const calmSince = story.world.now();
  await play(story, Math.max(calmSince, calmAt) + settlingTime);
  return calmSince;
}
