/** Tells the busy month with the names of a deployed school, and keeps what each function asked of AWS. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { FunctionName } from "../../../functions/catalogue.ts";
import type { FunctionFactories } from "../../../infra/local/function-factories.ts";
import { functions } from "../../../infra/local/functions.ts";
import type { Interception } from "../../../infra/local/wire.ts";
import { openWorld, type World } from "../../../infra/local/world.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { siteUrl } from "../../functions/answer/pages-world.ts";
import { askedRights } from "./asked-rights.ts";
import { lossyOutside, playBusyMonth, storySchool, storyStartsAt } from "./busy-month.ts";
import type { Deployed } from "./deployed.ts";
import type { Ask } from "./policy.ts";

export type Told = {
  /** Every different right that a function asked for. */
  asked: { by: FunctionName; ask: Ask }[];
  calls: World["counts"]["calls"];
  faults: World["faults"];
  /** `2026-11-24T15:00 reminder to wei@riverside.example.edu`, in the order of these words. */
  mails: string[];
};

/** On whose behalf the present call is made. */
export type Caller = AsyncLocalStorage<FunctionName>;

/** `staged` are the functions as they are run; whatever one of them calls must be known by its caller. */
export async function tellBusyMonth(
  { names }: Deployed,
  staged: (caller: Caller) => FunctionFactories = fromSources,
): Promise<Told> {
  const caller: Caller = new AsyncLocalStorage();
  const asked = new Map<string, Told["asked"][number]>();
  const identities = [storySchool.sender.address.split("@")[1]!];
  const interception: Interception = (call, deliver) => {
    const by = caller.getStore();
    // What the test itself looks up is nobody's call.
    if (by)
      for (const ask of askedRights(call, identities)) asked.set(JSON.stringify([by, ask]), { by, ask });
    return deliver();
  };
  const outside = lossyOutside();
  const world = await openWorld({
    school: storySchool,
    siteUrl,
    seed: "rights",
    startAt: storyStartsAt,
    names,
    functions: staged(caller),
    interception,
    outside,
    // Out of step with the opening hour, so that the month is opened by its own function.
    sweepEveryMinutes: 7,
  });
  await playBusyMonth(world, outside);
  const mails = world.mailbox.map(
    ({ at, tags, to }) => `${new Date(at).toISOString().slice(0, 16)} ${tags.letter} to ${to}`,
  );
  const told = {
    asked: [...asked.values()],
    calls: world.counts.calls,
    faults: [...world.faults],
    mails: mails.sort(),
  };
  await world.close();
  return told;
}

const fromSources = (caller: Caller): FunctionFactories => {
  const known = Object.entries(functions).map(([name, make]) => [
    name,
    (runtime: Runtime) => {
      const handler = make(runtime) as (event: unknown) => Promise<unknown>;
      return (event: unknown) => caller.run(name as FunctionName, () => handler(event));
    },
  ]);
  return Object.fromEntries(known) as FunctionFactories;
};
