/** Takes back the alarm clocks of whatever need not be looked at any more. */
import {
  DeleteScheduleCommand,
  ListSchedulesCommand,
  type ListSchedulesCommandOutput,
  ResourceNotFoundException,
} from "@aws-sdk/client-scheduler";
import { schedulesOf, type Wake } from "./clock.ts";
import type { Runtime } from "./runtime.ts";

/** Removes every schedule of a meeting or mentorship and says how many there were. One that has just fired is not missed. */
export async function removeClocks(runtime: Runtime, wake: Wake): Promise<number> {
  let removed = 0;
  let from: string | undefined;
  do {
    const page = await listed(runtime, wake, from);
    for (const { Name } of page.Schedules ?? []) {
      if (await isRemoved(runtime, Name!)) removed++;
    }
    from = page.NextToken;
  } while (from !== undefined);
  return removed;
}

/** Where the whole group is gone, nothing is listed: no clock in it rings any more. */
async function listed(
  runtime: Runtime,
  wake: Wake,
  from: string | undefined,
): Promise<Pick<ListSchedulesCommandOutput, "Schedules" | "NextToken">> {
  try {
    return await runtime.scheduler.send(
      new ListSchedulesCommand({
        GroupName: runtime.clock.groupName,
        NamePrefix: schedulesOf(wake),
        ...(from !== undefined && { NextToken: from }),
      }),
    );
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return { Schedules: [] };
    throw error;
  }
}

async function isRemoved(runtime: Runtime, name: string): Promise<boolean> {
  try {
    await runtime.scheduler.send(
      new DeleteScheduleCommand({ GroupName: runtime.clock.groupName, Name: name }),
    );
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
