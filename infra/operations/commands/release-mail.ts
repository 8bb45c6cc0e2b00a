/** Lets mail go out again after a restore, once the school's sweep has caught up and an administrator has looked. */
import { describeMoment } from "../../../shared/domain/moments.ts";
import { mayRelease } from "../../../shared/domain/restore.ts";
import { loadRestore, saveRestore } from "../../../shared/records/restore.ts";
import { transact } from "../../../shared/records/table.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";
import type { Operation } from "../operation.ts";
import { NotDone } from "../outcomes.ts";

export const releaseMail: Operation = {
  does: "Let mail go out again after a restore; what may have gone out in the lost hours is listed as unknown instead.",
  async look({ runtime }) {
    const table = tableOf(runtime);
    const restore = await loadRestore(table);
    const zone = runtime.school.timeZone;
    if (!restore) throw new NotDone("No restore is recorded, so no mail is held.");
    if (restore.releasedAt !== undefined)
      throw new NotDone(`Mail was released on ${describeMoment(restore.releasedAt, zone)}.`);
    if (!mayRelease(restore, runtime.now()))
      throw new NotDone(
        "The sweep is still catching up with the lost hours: do this again in a quarter of an hour.",
      );
    const { restoredTo, restoredAt } = restore;
    return {
      found: {
        lines: [
          `Mail is held since ${describeMoment(restoredAt, zone)}; the table was restored to ${describeMoment(restoredTo, zone)}.`,
        ],
        figures: { restoredTo, restoredAt },
      },
      cannotBeUndone: "held mail goes out, except what may have gone out in the lost hours",
      async carryOut() {
        const releasedAt = runtime.now();
        await transact(table, [saveRestore(table, { ...restore, releasedAt })], newAttemptToken(runtime));
        return {
          lines: ["Mail goes out again. The mail log lists as unknown what may have gone out twice."],
          figures: { restoredTo, restoredAt, releasedAt },
        };
      },
    };
  },
};
