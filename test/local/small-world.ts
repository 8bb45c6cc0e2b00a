/** A world with functions that only note how they were called, for tests of the world itself. */
import type { FunctionName } from "../../functions/catalogue.ts";
import { catalogue } from "../../functions/catalogue.ts";
import type { FunctionFactories } from "../../infra/local/function-factories.ts";
import { openWorld, type World, type WorldOptions } from "../../infra/local/world.ts";
import { readSchool } from "../../infra/schools/read-school.ts";
import type { School } from "../../shared/domain/school.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

const read = readSchool(new URL("../../infra/schools/riverside.yaml", import.meta.url).pathname);
if (!read.ok) throw new Error(read.refusal.map(({ sentence }) => sentence).join("\n"));
export const school: School = read.value;

export const instant = (text: string): Instant => Date.parse(text);
export const startAt = instant("2026-11-24T12:00:00Z");

/** How a function behaves: it gets the event and the runtime. */
export type Behaviour = (event: never, runtime: Runtime) => unknown;
export type Seen = { name: FunctionName; at: string; event: unknown };

/** Functions that note each call and do what `behaviours` says, or nothing. */
export function notingFunctions(
  seen: Seen[],
  behaviours: Partial<Record<FunctionName, Behaviour>> = {},
): FunctionFactories {
  const factories = catalogue.map(({ name }) => [
    name,
    (runtime: Runtime) => async (event: never) => {
      seen.push({ name, at: new Date(runtime.now()).toISOString(), event });
      return await behaviours[name]?.(event, runtime);
    },
  ]);
  return Object.fromEntries(factories) as FunctionFactories;
}

export type SmallWorld = World & { seen: Seen[] };

/** Opens a small world at noon (UTC) on November 24, 2026. */
export async function openSmallWorld(
  behaviours: Partial<Record<FunctionName, Behaviour>> = {},
  options: Partial<WorldOptions> = {},
): Promise<SmallWorld> {
  const seen: Seen[] = [];
  const world = await openWorld({
    school,
    siteUrl: "http://school.local",
    startAt,
    seed: "one",
    functions: notingFunctions(seen, behaviours),
    ...options,
  });
  return Object.defineProperties({ seen } as SmallWorld, Object.getOwnPropertyDescriptors(world));
}
