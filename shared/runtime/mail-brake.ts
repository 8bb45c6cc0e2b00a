/** Puts the brake on optional mail when too much of it comes back, and takes it off again. */
import { reasonToBrake } from "../domain/mail-brake.ts";
import { loadMailBrake, putBrakeOn, takeBrakeOff } from "../records/mail-brake.ts";
import { loadMailTally } from "../records/mail-tallies.ts";
import { transact } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** After a bounce or a complaint: is that too many now? */
export async function brakeIfNeeded(runtime: Runtime): Promise<void> {
  const table = tableOf(runtime);
  const tally = await loadMailTally(table, runtime.now());
  const reason = reasonToBrake(tally);
  if (!reason) return;
  const brake = { since: runtime.now(), reason, ...tally };
  const refusal = await transact(table, [putBrakeOn(table, brake)], newAttemptToken(runtime));
  if (refusal === undefined) runtime.log({ event: "optional-mail-stopped", reason, ...tally });
}

/** Takes the brake off once the last days look well again. */
export async function releaseBrakeIfWell(runtime: Runtime): Promise<void> {
  const table = tableOf(runtime);
  if (!(await loadMailBrake(table))) return;
  if (reasonToBrake(await loadMailTally(table, runtime.now()))) return;
  await transact(table, [takeBrakeOff(table)], newAttemptToken(runtime));
  runtime.log({ event: "optional-mail-goes-on" });
}
