/** Once the faults are over everything comes to rest, and nothing that people can see in passing holds a name. */
import { minute } from "../../../shared/domain/time.ts";
import { canaries } from "../small-school.ts";
import type { Check } from "./finding.ts";

const restMs = 30 * minute;

/** Nothing is still due that was due half an hour ago. */
export const everythingComesToRest: Check = ({ table, now, calmSince }) =>
  table
    .filter(({ dueAt }) => typeof dueAt === "number" && Math.max(dueAt, calmSince) + restMs <= now)
    .map(
      ({ pk, sk, dueAt }) =>
        `${sk} ${pk.slice(0, 20)} has been due since ${new Date(dueAt as number).toISOString()}`,
    );

export const noNames: Check = ({ nameless }) =>
  canaries
    .filter((name) => nameless.some((text) => text.includes(name) || text.includes("@riverside")))
    .map((name) => `${name} or an address stands in a log, a queue or a schedule`);
