/** Puts the brake on optional mail when too much of it comes back, and takes it off again. */
import { type MailTally, reasonToBrake, tallied, tallyOf } from "../domain/mail-brake.ts";
import type { Message } from "../domain/messages.ts";
import { loadMailBrake, putBrakeOn, takeBrakeOff } from "../records/mail-brake.ts";
import { listOutcomes } from "../records/messages.ts";
import { transact } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** After a mail has bounced or was complained of: is that too many now? */
export async function brakeIfNeeded(runtime: Runtime, bad: Pick<Message, "id" | "state">): Promise<void> {
  const table = tableOf(runtime);
  const tally = await lookBack(runtime, bad);
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
  if (reasonToBrake(await lookBack(runtime))) return;
  await transact(table, [takeBrakeOff(table)], newAttemptToken(runtime));
  runtime.log({ event: "optional-mail-goes-on" });
}

/** The last days, read off the mail log; in the log the mail that has just come back may not stand yet. */
async function lookBack(runtime: Runtime, bad?: Pick<Message, "id" | "state">): Promise<MailTally> {
  const now = runtime.now();
  const outcomes = await listOutcomes(tableOf(runtime), now - tallied, now);
  if (bad) outcomes.set(bad.id, bad.state);
  return tallyOf([...outcomes.values()]);
}
