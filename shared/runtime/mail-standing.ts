/** Whether a message may go out at all just now: not while a restored table holds mail back, and no optional mail while the brake is on. */
import { ruleOf } from "../domain/letter-rules.ts";
import type { Message } from "../domain/messages.ts";
import { type Standing, standingAfter } from "../domain/restore.ts";
import { keys } from "../records/keys.ts";
import { toRestore } from "../records/restore.ts";
import { getItems } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

/** `braked`: optional mail, and the brake is on. */
export async function mailStanding(runtime: Runtime, message: Message): Promise<Standing | "braked"> {
  const { optional } = ruleOf(message.letter);
  const [restore, brake] = await getItems(tableOf(runtime), [
    keys.restore,
    ...(optional ? [keys.mailBrake] : []),
  ]);
  return brake ? "braked" : standingAfter(toRestore(restore), message);
}
