/** The product's functions as a cloud runs them: one may die at any call and is made anew, without memory; its clock may be wrong. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { FunctionName } from "../../functions/catalogue.ts";
import type { FunctionFactories } from "../../infra/local/function-factories.ts";
import { type HearingClock, neverBehind, onEachAnswer } from "../../shared/runtime/never-behind.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export type Invocation = {
  name: FunctionName;
  event: unknown;
  /** True once it has died: nothing it still does reaches the outside. */
  dead: boolean;
  die: () => void;
  /** Wrong by its mishap, as long as no answer of the table has told otherwise. */
  clock: HearingClock;
};

export type Mishap = { skew?: number; newBefore?: boolean };

export type FragileFunctions = {
  factories: FunctionFactories;
  /** The invocation on whose behalf the present call is made. */
  running: () => Invocation | undefined;
  /** Calls a function from outside the world's own order, with nothing else let in between. */
  call: (name: FunctionName, event: object) => Promise<unknown>;
  /** Does something on nobody's behalf, whichever invocation is waiting. */
  aside: <Answer>(run: () => Promise<Answer>) => Promise<Answer>;
};

type Handler = (event: unknown) => Promise<unknown>;

/** Wraps the functions; `mishapOf` is asked at each invocation. */
export function fragileFunctions(
  functions: FunctionFactories,
  mishapOf: (name: FunctionName) => Mishap,
): FragileFunctions {
  const context = new AsyncLocalStorage<Invocation>();
  const calls = new Map<FunctionName, Handler>();

  const heard = new Set<Runtime["dynamodb"]>();
  const listenTo = (client: Runtime["dynamodb"]): void => {
    if (heard.has(client)) return;
    heard.add(client);
    onEachAnswer(client, (answeredAt) => context.getStore()?.clock.hear(answeredAt));
  };

  const fragile = (name: FunctionName, make: (runtime: Runtime) => Handler) => (runtime: Runtime) => {
    listenTo(runtime.dynamodb);
    const skewed: Runtime = { ...runtime, now: () => (context.getStore()?.clock ?? runtime).now() };
    let handler = make(skewed);
    const once = (event: unknown, skew: number): Promise<unknown> => {
      const { promise: death, reject } = Promise.withResolvers<never>();
      const invocation: Invocation = {
        name,
        event,
        dead: false,
        clock: neverBehind(() => runtime.now() + skew),
        die() {
          invocation.dead = true;
          handler = make(skewed);
          reject(new Error(`${name} died`));
        },
      };
      return context.run(invocation, () => Promise.race([handler(event), death]));
    };
    const call: Handler = (event) => {
      const { skew = 0, newBefore } = mishapOf(name);
      if (newBefore) handler = make(skewed);
      return once(event, skew);
    };
    calls.set(name, call);
    return call;
  };

  const factories = Object.fromEntries(
    Object.entries(functions).map(([name, make]) => [
      name,
      fragile(name as FunctionName, make as (runtime: Runtime) => Handler),
    ]),
  ) as object as FunctionFactories;
  return {
    factories,
    running: () => context.getStore(),
    call: (name, event) => (calls.get(name) as Handler)(event),
    aside: (run) => context.exit(run),
  };
}
