/** What a function that starts by the clock asks of AWS when there is nothing for it to do. */
import { catalogue, type FunctionName } from "../../../functions/catalogue.ts";
import type { School } from "../../../shared/domain/school.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import { openWorld } from "../../local/world.ts";
import { openWireMeter } from "./wire-meter.ts";

export type Idle = { awsCalls: number; tableWriteUnits: number; tableReadUnits: number };

/** For every function that the clock starts, one start in a school without people; a first start, which may prepare something, is not counted. */
export async function measureIdle(
  school: School,
  now: Instant,
): Promise<Partial<Record<FunctionName, Idle>>> {
  const meter = openWireMeter(() => now);
  const world = await openWorld({
    school,
    siteUrl: `https://${school.id}.mentor-rounds.example`,
    startAt: now,
    functions: meter.factories,
    interception: meter.interception,
  });
  const idle: Partial<Record<FunctionName, Idle>> = {};
  for (const { name, opensBy } of catalogue) {
    if (opensBy.by !== "every" && opensBy.by !== "opening-hour") continue;
    const start = meter.factories[name](world.runtime) as (event: object) => Promise<unknown>;
    await start({});
    const before = countsOf(meter, name);
    await start({});
    const after = countsOf(meter, name);
    idle[name] = {
      awsCalls: after.awsCalls - before.awsCalls,
      tableWriteUnits: after.tableWriteUnits - before.tableWriteUnits,
      tableReadUnits: after.tableReadUnits - before.tableReadUnits,
    };
  }
  await world.close();
  return idle;
}

const countsOf = ({ table, awsCalls }: ReturnType<typeof openWireMeter>, name: FunctionName): Idle => ({
  awsCalls: awsCalls()[name],
  tableWriteUnits: table.writeUnits(),
  tableReadUnits: table.readUnits(),
});
