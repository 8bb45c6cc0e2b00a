/** Sets every alarm clock again from the table, after a restore or when the schedules' group was removed; and makes a restored table safe to use. */
import { isCivilDate } from "../../../shared/domain/calendar.ts";
import { describeMoment } from "../../../shared/domain/moments.ts";
import type { Restore } from "../../../shared/domain/restore.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import { counted } from "../../../shared/letters/in-words.ts";
import { getAllDue } from "../../../shared/records/due.ts";
import { saveRestore } from "../../../shared/records/restore.ts";
import { getItems, type Item, transact } from "../../../shared/records/table.ts";
import { armClock, type Wake } from "../../../shared/runtime/clock.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";
import { Mendable } from "../../local/command-line.ts";
import { cameBack, eraseAgain, readTombstones } from "../erased-before.ts";
import type { Operation } from "../operation.ts";
import { Failed } from "../outcomes.ts";

const atOnce = 10;

export const rebuildSchedules: Operation = {
  does: "Set every alarm clock again from the table; after a restore, also hold mail and erase again whoever was erased.",
  options: { "restored-to": "2026-12-10T14:00:00Z", erased: "FILE" },
  async look({ runtime, options }) {
    const now = runtime.now();
    const restoredTo = momentOf(options["restored-to"], now);
    const tombstones = options.erased === undefined ? [] : readTombstones(options.erased);
    const back = await cameBack(runtime, tombstones);
    const open = await getAllDue(tableOf(runtime));
    const ahead = open.filter(({ sk, dueAt }) => isWoken(sk) && dueAt > now);
    const clocks = (await getItems(tableOf(runtime), ahead)).flatMap((record) => clockOf(record, now));
    const overdue = open.filter(({ dueAt }) => dueAt <= now).length;
    const figures = {
      clocks: clocks.length,
      overdue,
      erasedAgain: back.length,
      restoredTo: restoredTo ?? null,
    };
    const zone = runtime.school.timeZone;
    const cannotBeUndone = [
      ...(restoredTo === undefined ? [] : ["mail that was planned until now is held"]),
      ...(back.length === 0 ? [] : ["erased people are erased again"]),
    ].join(", and ");
    return {
      found: {
        lines: [
          `${counted(clocks.length, "alarm clock")} to set. ${counted(overdue, "record")} due already; the sweep takes those.`,
          ...(restoredTo === undefined
            ? []
            : [
                `The table shows ${describeMoment(restoredTo, zone)}. What happened after that is forgotten, so mail is held until you release it with \`release-mail\`.`,
              ]),
          ...(options.erased === undefined
            ? []
            : [
                back.length === 1
                  ? "One person came back with the backup who had been erased, and is erased again."
                  : `${back.length} people came back with the backup who had been erased; they are erased again.`,
              ]),
        ],
        figures,
      },
      ...(cannotBeUndone !== "" && { cannotBeUndone }),
      async carryOut() {
        if (restoredTo !== undefined) await hold(runtime, { restoredTo, restoredAt: runtime.now() });
        await eraseAgain(runtime, tombstones, back);
        const lost = await setClocks(runtime, clocks);
        if (lost > 0)
          throw new Failed(
            `${lost} of ${clocks.length} alarm clocks could not be set; the sweep does their work some minutes late. See that the stack's schedule group is there, and do this again.`,
          );
        return { lines: [`${counted(clocks.length, "alarm clock")} set.`], figures };
      },
    };
  },
};

/** Refuses what is not a moment of this century in UTC, or is still to come. */
function momentOf(text: string | undefined, now: Instant): Instant | undefined {
  if (text === undefined) return undefined;
  const moment = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  // A day that the month does not have is taken for one of the next month.
  if (Number.isNaN(moment) || !isCivilDate(text.slice(0, 10)) || moment > now)
    throw new Mendable(
      `--restored-to takes a moment in the past by UTC, like 2026-12-10T14:00:00Z, not "${text}".`,
    );
  return moment;
}

type Clock = { wake: Wake; revision: number; at: Instant };

const isWoken = (kind: string): kind is Wake["kind"] => kind === "meeting" || kind === "mentorship";

/** None for a record that has gone, come to rest or fallen due since it was listed. */
function clockOf(record: Item | undefined, now: Instant): Clock[] {
  if (!record || !isWoken(record.sk) || !((record.dueAt as number) > now)) return [];
  const { sk: kind, id, revision, dueAt } = record;
  return [{ wake: { kind, id: id as string }, revision: revision as number, at: dueAt as number }];
}

/** One that stands already is left alone. Answers how many could not be set. */
async function setClocks(runtime: Runtime, clocks: readonly Clock[]): Promise<number> {
  let lost = 0;
  const counting: Runtime = {
    ...runtime,
    log: (line) => {
      if (line.event === "clock-not-armed") lost++;
      runtime.log(line);
    },
  };
  for (let from = 0; from < clocks.length; from += atOnce)
    await Promise.all(
      clocks
        .slice(from, from + atOnce)
        .map(({ wake, revision, at }) => armClock(counting, wake, revision, at)),
    );
  return lost;
}

async function hold(runtime: Runtime, restore: Restore): Promise<void> {
  const table = tableOf(runtime);
  await transact(table, [saveRestore(table, restore)], newAttemptToken(runtime));
}
