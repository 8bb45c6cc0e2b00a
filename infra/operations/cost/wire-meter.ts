/** Counts what goes over the wire to AWS, and reads off it what the table would charge. */
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { FunctionFactories } from "../../local/function-factories.ts";
import { functions } from "../../local/functions.ts";
import type { Interception } from "../../local/wire.ts";
import { openTableMeter, type TableMeter } from "./table-meter.ts";
import { watchFunctions } from "./watched-functions.ts";

export type WireMeter = {
  interception: Interception;
  /** The functions whose calls are told apart. */
  factories: FunctionFactories;
  table: TableMeter;
  /** Schedules that were set. */
  schedules: () => number;
  /** Calls to AWS on behalf of each function. */
  awsCalls: () => Record<FunctionName, number>;
};

const writes = new Set(["TransactWriteItems", "PutItem"]);

/** A meter for a new world, whose clock is `now`. */
export function openWireMeter(now: () => Instant): WireMeter {
  const table = openTableMeter(now);
  const { factories, running } = watchFunctions(functions);
  const calls = Object.fromEntries(catalogue.map(({ name }) => [name, 0])) as Record<FunctionName, number>;
  let schedules = 0;
  return {
    factories,
    table,
    schedules: () => schedules,
    awsCalls: () => ({ ...calls }),
    async interception(call, deliver) {
      const answer = await deliver();
      const name = running();
      if (name) calls[name]++;
      if (call.operation === "CreateSchedule" && answer.statusCode === 200) schedules++;
      // Whoever reads outside every function is the rehearsal's cast, and nobody pays for that.
      if (name || writes.has(call.operation)) table.take(call, answer);
      return answer;
    },
  };
}
