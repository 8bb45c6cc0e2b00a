/** Lets faults in: stands on the wire, on the way of events and schedules, and at the door of each function. */
import type { FunctionName } from "../../functions/catalogue.ts";
import type { Outside } from "../../infra/local/outside.ts";
import type { Answer, Call, Interception } from "../../infra/local/wire.ts";
import type { World } from "../../infra/local/world.ts";
import { hour, minute } from "../../shared/domain/time.ts";
import { type FaultPlan, type Injected, nothingGoesWrong, type Stream } from "./fault.ts";
import { arrivals, eventName, type Feed, openTries } from "./feed.ts";
import type { FragileFunctions, Mishap } from "./fragile-functions.ts";
import { placeOf } from "./place.ts";
import { requestLost, throttled } from "./refusals-of-services.ts";

export type Counters = Record<Stream, number>;
export const noCounts: Counters = { call: 0, event: 0, schedule: 0, invocation: 0 };

export type Injector = {
  interception: Interception;
  outside: Outside;
  mishapOf: (name: FunctionName) => Mishap;
  /** Somebody else acts while a function waits for the answer to the how-manieth call. */
  amid: (call: number, act: () => Promise<unknown>) => void;
  /** From now on nothing goes wrong any more. */
  stop: () => void;
  counters: Counters;
  injected: Injected[];
  /** What each call was for, by its index, while nothing goes wrong. */
  places: Map<number, string>;
  /** When each came, by its index, while nothing goes wrong. */
  cameAt: Record<Stream, number[]>;
};

type Around = {
  plan: FaultPlan;
  feed?: Feed;
  counters?: Counters;
  world: () => World;
  functions: () => FragileFunctions;
  /** Sees each call that reached its service, at the moment it did. */
  witness: (call: Call, answer: Answer) => void;
};

/** A timed-out call leaves its service unreachable this long where the fault says so. */
const outOfReachMs = minute;
const slowMs = 2500;
/** How often the clients of DynamoDB and Scheduler try by themselves. */
const triesMost = 3;
const choose = <Choice>(choices: readonly Choice[], index: number): Choice =>
  choices[index % choices.length] as Choice;

export function openInjector(around: Around): Injector {
  const { world, functions, witness } = around;
  const feed = around.feed;
  const getsThrough = openTries(feed);
  let plan = around.plan;
  const counters: Counters = { ...(around.counters ?? noCounts) };
  const injected: Injected[] = [];
  const places = new Map<number, string>();
  const cameAt: Injector["cameAt"] = { call: [], event: [], schedule: [], invocation: [] };
  const unreachableUntil = new Map<string, number>();
  /** Requests of which no try is answered, and how many tries the client has left. */
  const unanswered = new Map<string, number>();
  let isBetween = false;

  const next = (
    on: Stream,
    what: () => string,
    isSpared = false,
  ): { index: number; kind: string | undefined } => {
    const index = counters[on]++;
    const planned = isSpared ? undefined : plan(on, index);
    const kind = planned === "event lost" && feed === undefined ? undefined : planned;
    if (plan === nothingGoesWrong) cameAt[on][index] = world().now();
    if (kind) injected.push({ on, index, kind, at: world().now(), what: what() });
    return { index, kind };
  };

  /** Something else happens as a whole while a function waits for its call; only one deep. */
  const between = async (happen: () => Promise<unknown>): Promise<void> => {
    if (isBetween) return;
    isBetween = true;
    await happen().catch(() => undefined);
    isBetween = false;
  };
  const amid = new Map<number, () => Promise<unknown>>();

  const interception: Interception = async (call, reach) => {
    const invocation = functions().running();
    const deliver = async (): Promise<Answer> => {
      const answer = await reach();
      witness(call, answer);
      return answer;
    };
    if (!invocation) return deliver();
    if (invocation.dead) return neverAnswers();
    const place = () => placeOf(invocation.name, call);
    const isSpared = getsThrough(invocation);
    const { index, kind } = next("call", place, isSpared);
    if (plan === nothingGoesWrong) places.set(index, place());
    if (!isSpared && (unreachableUntil.get(call.service) ?? 0) > world().now()) throw requestLost();
    const triesLeft = isSpared ? 0 : (unanswered.get(call.body) ?? 0);
    if (triesLeft > 0) {
      unanswered.set(call.body, triesLeft - 1);
      await deliver();
      throw requestLost();
    }
    const act = amid.get(index);
    if (act) await between(() => functions().aside(act));
    const alive = <Value>(value: Value): Value | Promise<never> => (invocation.dead ? neverAnswers() : value);
    /** Whoever has died while something else happened sends nothing any more. */
    const deliverIfAlive = async (): Promise<Answer> =>
      invocation.dead ? neverAnswers() : alive(await deliver());

    switch (kind) {
      case "crash before":
        invocation.die();
        return neverAnswers();
      case "crash after":
        await deliver();
        invocation.die();
        return neverAnswers();
      case "answer lost":
        await deliver();
        throw requestLost();
      case "never answered":
        if (call.service !== "ses") unanswered.set(call.body, triesMost - 1);
        await deliver();
        throw requestLost();
      case "not applied":
        throw requestLost();
      case "throttled":
        return throttled(call.service);
      case "applied late":
        world().later(world().now() + choose([1000, 5000, 20_000], index), deliver);
        throw requestLost();
      case "slow":
        await world().meanwhile(world().now() + slowMs);
        return alive(await deliver());
      case "out of reach":
        unreachableUntil.set(call.service, world().now() + outOfReachMs);
        throw requestLost();
      case "sweep between":
        await between(() => functions().call("sweep", { time: new Date(world().now()).toISOString() }));
        return deliverIfAlive();
      case "twin between":
        await between(() => functions().call(invocation.name, structuredClone(invocation.event) as object));
        return deliverIfAlive();
      default:
        return deliver();
    }
  };

  const outside: Outside = {
    eventArrives(at, event) {
      const { index, kind } = next("event", () => eventName(event));
      return feed === "dead" ? [] : arrivals(kind, at, index, event, feed);
    },
    scheduleArrives(now, body) {
      const { index, kind } = next("schedule", () => body);
      if (kind === "schedule doubled") return [now, now + choose([0, 1000, 2 * minute], index)];
      if (kind === "schedule late") return [now + choose([1, 4, 10], index) * minute];
      return kind === "schedule lost" ? [] : [now];
    },
  };

  const mishapOf = (name: FunctionName): Mishap => {
    const { kind } = next("invocation", () => name);
    if (kind === "clock ahead") return { skew: 2 * minute };
    if (kind === "clock behind") return { skew: -2 * minute };
    if (kind === "clock back an hour") return { skew: -hour };
    return kind === "deployment" ? { newBefore: true } : {};
  };

  const stop = (): void => {
    plan = nothingGoesWrong;
    unreachableUntil.clear();
    unanswered.clear();
  };
  return {
    interception,
    outside,
    mishapOf,
    amid: (call, act) => void amid.set(call, act),
    stop,
    counters,
    injected,
    places,
    cameAt,
  };
}

const neverAnswers = (): Promise<never> => new Promise(() => undefined);
