/** The product's functions, with a note of which one is running: whoever sees a call to AWS can ask on whose behalf it is made. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { FunctionName } from "../../../functions/catalogue.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import type { FunctionFactories } from "../../local/function-factories.ts";

type Handler = (event: never) => Promise<unknown>;

export type WatchedFunctions = {
  factories: FunctionFactories;
  /** Undefined outside every function. */
  running: () => FunctionName | undefined;
};

export function watchFunctions(functions: FunctionFactories): WatchedFunctions {
  const context = new AsyncLocalStorage<FunctionName>();
  const watched = (name: FunctionName, make: (runtime: Runtime) => Handler) => (runtime: Runtime) => {
    const handler = make(runtime);
    return (event: never) => context.run(name, () => handler(event));
  };
  return {
    factories: Object.fromEntries(
      Object.entries(functions).map(([name, make]) => [name, watched(name as FunctionName, make)]),
    ) as FunctionFactories,
    running: () => context.getStore(),
  };
}
