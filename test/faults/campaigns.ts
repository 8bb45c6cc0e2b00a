/** Which stories are told in each campaign. */
import { seededRandom } from "../../infra/local/seeded-random.ts";
import { second } from "../../shared/domain/time.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import type { Allowed } from "./checks/finding.ts";
import { type Fault, faultKinds, streams } from "./fault.ts";
import type { Job } from "./job.ts";
import type { Ready } from "./pool.ts";

/** Each call, event, schedule and invocation with each kind of fault, one at a time; `everyPlace` has each kind at each place once, and `again` the rest. */
export function oneFaultEach({ counts, places }: Ready): { everyPlace: Job[]; again: Job[] } {
  const everyPlace: Fault[] = [];
  const again: Fault[] = [];
  const placeOf = new Map(places);
  const seen = new Set<string>();
  for (const on of streams)
    for (let index = 0; index < counts[on]; index++)
      for (const kind of faultKinds[on]) {
        const what = on === "call" ? `${placeOf.get(index)} ${kind}` : `${index} ${kind}`;
        (seen.has(what) ? again : everyPlace).push({ on, index, kind });
        seen.add(what);
      }
  const toJobs = (faults: readonly Fault[]): Job[] => shuffled(faults).map((fault) => theseIn([fault]));
  return { everyPlace: toJobs(everyPlace), again: toJobs(again) };
}

/** One fault never makes a second mail; a word of SES that is lost may, together with another fault. */
const theseIn = (faults: readonly Fault[]): Job => ({
  faults,
  ...(faults.some(({ kind }) => kind === "event lost") && {
    feed: "patchy" as const,
    ...(faults.length > 1 && { allowed: { twice: true } }),
  }),
});

/** So that whoever has little time sees a bit of everything. */
function shuffled<Thing>(things: readonly Thing[]): Thing[] {
  const random = seededRandom("one after another");
  const order = [...things];
  for (let index = order.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}

/** When the one mail goes out on whose path all pairs of faults are tried, and how long its path is. */
const pathBegins = inNewYork("2026-11-30 17:00");
const pathLasts = 10 * second;

const onPath = (at: number): boolean => at >= pathBegins && at < pathBegins + pathLasts;

/** Each fault on the path of one message: from the schedule that wakes its meeting to SES's last word of it. */
export function* faultsOnPath({ cameAt }: Ready): Generator<Job> {
  for (const on of streams)
    for (const [index, at] of cameAt[on].entries())
      if (onPath(at)) for (const kind of faultKinds[on]) yield theseIn([{ on, index, kind }]);
}

/** Where a mail is claimed, which looks at its address last, or handed to SES. */
const isHandedOver = (place = ""): boolean =>
  /: (SendRawEmail|TransactWriteItems message (meeting |mentorship |person )*email)$/.test(place);

/** So many calls after the path's last, a mail that came into doubt has been settled. */
const callsToSettle = 30;

/** All pairs of faults on the path of one message; where the first leaves it in doubt, the second may also come while that is settled. */
export function* pairsOnPath(ready: Ready): Generator<Job> {
  const single = [...faultsOnPath(ready)].flatMap(({ faults }) => faults ?? []);
  const placeOf = new Map(ready.places);
  const end = 1 + Math.max(...single.filter(({ on }) => on === "call").map(({ index }) => index));
  const settling = Array.from({ length: callsToSettle }, (_, step) => end + step).flatMap((index) =>
    faultKinds.call.map((kind): Fault => ({ on: "call", index, kind })),
  );
  const pairs: Fault[][] = [];
  for (const [place, one] of single.entries()) {
    for (const other of single.slice(place + 1))
      if (one.on !== other.on || one.index !== other.index) pairs.push([one, other]);
    if (one.on === "call" && isHandedOver(placeOf.get(one.index)))
      for (const other of settling) pairs.push([one, other]);
  }
  for (const faults of shuffled(pairs)) yield theseIn(faults);
}

/** How long before a mail the function that sends it may have been called, and how long after it SES tells of it. */
const aroundMail = 10 * second;

/** For each mail of the month: the clocks around it an hour slow, SES's word of it late, and each kind of fault where it is handed over. */
export function* slowClocks({ places, cameAt }: Ready): Generator<Job> {
  const all: Fault[][] = [];
  for (const [call, place] of places) {
    if (!place.endsWith(": SendRawEmail")) continue;
    const at = cameAt.call[call]!;
    const around: Fault[] = [];
    for (const [index, came] of cameAt.invocation.entries())
      if (came <= at && at - came <= aroundMail)
        around.push({ on: "invocation", index, kind: "clock back an hour" });
    for (const [index, came] of cameAt.event.entries())
      if (came >= at && came - at <= aroundMail) around.push({ on: "event", index, kind: "event delayed" });
    for (const kind of faultKinds.call) all.push([...around, { on: "call", index: call, kind }]);
  }
  for (const faults of shuffled(all)) yield theseIn(faults);
}

export const rates = [0.001, 0.01, 0.05, 0.2] as const;

/** In so many faults a mail may lose its use before it can go out, and is listed as expired. */
const allowedAt = (rate: number): Allowed => (rate >= 0.05 ? { expired: true } : {});

/** By chance, at each rate in turn, each story with a seed of its own. */
export function* byChance(name: string, stories: number, feed?: "patchy"): Generator<Job> {
  for (let number = 0; number < stories; number++) {
    const rate = rates[number % rates.length]!;
    yield {
      chance: { seed: `${name}-${number}`, rate },
      ...(feed && { feed }),
      allowed: { ...allowedAt(rate), ...(feed && { twice: true, unknown: true }) },
    };
  }
}

/** Called off at 200 moments around the sending of a reminder, and mail stopped around a prompt; alone and with a fault close by. */
export function* changesAround(): Generator<Job> {
  const offset = (step: number): number => (step - 100) * (Math.abs(step - 100) > 60 ? 7 * second : second);
  const random = seededRandom("around");
  for (const [how, verb, around] of [
    ["again", "call-off", inNewYork("2026-12-16 17:00")],
    ["instead", "unsubscribe", inNewYork("2026-12-24 17:45")],
  ] as const)
    for (let step = 0; step < 200; step++) {
      const change = { [how]: { verb, at: around + offset(step) } };
      yield change;
      const chance = { seed: `${verb}-${random.next()}`, rate: 0.1 };
      yield { ...change, chance, allowed: allowedAt(0.1) };
    }
}

/** A month left out, or mail stopped, in the middle of each call of the days around: another person acts between what a function reads and what it writes. */
export function* changesAmid({ cameAt }: Ready): Generator<Job> {
  for (const [act, from, to] of [
    ["wei-skips", inNewYork("2026-11-25 09:05"), inNewYork("2026-12-03 18:00")],
    ["ana-skips", inNewYork("2026-12-13 19:05"), inNewYork("2026-12-17 19:00")],
    ["ana-unsubscribes", inNewYork("2026-12-24 17:00"), inNewYork("2026-12-24 18:30")],
  ] as const)
    for (const [call, at] of cameAt.call.entries()) if (at >= from && at < to) yield { amid: { act, call } };
}

const silent: Pick<Job, "feed" | "allowed"> = {
  feed: "dead",
  allowed: { unknown: true, expired: true, calendarTwice: true },
};

/** Nobody hears from SES, and one thing goes wrong where a mail is claimed or handed over. */
export function* silentOnPath(ready: Ready): Generator<Job> {
  const placeOf = new Map(ready.places);
  for (const { faults } of faultsOnPath(ready))
    if (faults?.some(({ on, index }) => on === "call" && isHandedOver(placeOf.get(index))))
      yield { faults, ...silent };
}

/** Nobody hears from SES, and things go wrong all the same: whatever is in doubt is listed, and only a calendar entry goes out again. */
export function* feedDead(ready: Ready, name: string, seeds: number): Generator<Job> {
  yield* silentOnPath(ready);
  for (let number = 0; number < seeds; number++)
    yield { chance: { seed: `${name}-${number}`, rate: rates[number % rates.length]! }, ...silent };
}

/** A bit of everything, the same for each way to send mail. */
export function* yardstickStories(ready: Ready, name: string): Generator<Job> {
  const [pairs, chances] = [pairsOnPath(ready), byChance(name, 4000)];
  const { everyPlace, again } = oneFaultEach(ready);
  for (const job of [...everyPlace, ...again]) {
    yield job;
    yield pairs.next().value as Job;
    yield chances.next().value as Job;
  }
}
