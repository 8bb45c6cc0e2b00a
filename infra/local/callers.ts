/** Calls the functions as Lambda would, counts the calls, and keeps what went wrong. */
import { catalogue, type FunctionName } from "../../functions/catalogue.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import type { FunctionFactories } from "./function-factories.ts";

/** A function that threw. */
export type Fault = { at: Instant; function: FunctionName; error: unknown };

export type Callers = {
  /** Rejects with what the function threw, after noting it. */
  call: (name: FunctionName, event: object) => Promise<unknown>;
  readonly faults: readonly Fault[];
  readonly calls: Readonly<Record<FunctionName, number>>;
};

/** All functions of the catalogue, made on one runtime. */
export function openCallers(factories: FunctionFactories, runtime: Runtime): Callers {
  const handlers = new Map(
    catalogue.map(({ name }) => [name, factories[name](runtime) as (event: unknown) => Promise<unknown>]),
  );
  const calls = Object.fromEntries(catalogue.map(({ name }) => [name, 0])) as Record<FunctionName, number>;
  const faults: Fault[] = [];
  return {
    async call(name, event) {
      calls[name]++;
      try {
        return await (handlers.get(name) as (event: unknown) => Promise<unknown>)(event);
      } catch (error) {
        faults.push({ at: runtime.now(), function: name, error });
        throw error;
      }
    },
    faults,
    calls,
  };
}
