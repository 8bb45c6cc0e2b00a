/** The sum of a month's mail: whatever was planned was sent, or stands under exactly one reason why not. */
import { conserve, untakenStates } from "../../../shared/domain/mail-balance.ts";
import { describeMonth } from "../../../shared/domain/moments.ts";
import { hour } from "../../../shared/domain/time.ts";
import { counted } from "../../../shared/letters/in-words.ts";
import { listMessages, lookAgainAt } from "../../../shared/records/messages.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { Mendable } from "../../local/command-line.ts";
import type { Operation } from "../operation.ts";
import { Failed } from "../outcomes.ts";

export const audit: Operation = {
  does: "Add up a month's mail, by UTC: planned, sent, or a reason why not.",
  takes: "MONTH",
  async look({ runtime, what: month }) {
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month))
      throw new Mendable(`MONTH is a month like 2026-12, not "${month}".`);
    const messages = await listMessages(tableOf(runtime), [month]);
    const { planned, accepted, open, byState, difference } = conserve(messages);
    const overdue = messages.filter(
      (message) => (lookAgainAt(message) ?? Infinity) < runtime.now() - hour,
    ).length;
    const line = (label: string, count: number): string =>
      `  ${label.padEnd(34)}${String(count).padStart(8)}`;
    const lines = [
      `${describeMonth(month)}: ${counted(planned, "mail")} planned`,
      line("sent", accepted),
      line("  of these bounced", byState.bounced),
      line("  of these complained of", byState.complained),
      ...untakenStates.map((state) => line(state, byState[state])),
      line("still on their way", open),
      line("  of these overdue by an hour", overdue),
    ];
    if (difference !== 0)
      throw new Failed(
        [...lines, `The sum is wrong by ${difference}: the table has lost or doubled a record.`].join("\n"),
      );
    return {
      found: {
        lines: [
          ...lines,
          byState.unknown > 0
            ? "The sum is right. Of the unknown ones nobody knows whether they were sent; the mail log names them."
            : "The sum is right: nothing is lost.",
        ],
        figures: { month, planned, accepted, open, overdue, byState, difference },
      },
    };
  },
};
