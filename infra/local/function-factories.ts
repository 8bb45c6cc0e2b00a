/** How the local world gets the functions: each makes its handler from the runtime that it is given. */
import type { FunctionName } from "../../functions/catalogue.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export type FunctionFactories = {
  readonly [Name in FunctionName]: (runtime: Runtime) => (event: never) => Promise<unknown>;
};
