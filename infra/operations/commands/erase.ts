/** Erases a person for good, and tells the other people in his or her mentorships goodbye first. */

import { emailIdentity, looksLikeEmail } from "../../../shared/domain/people.ts";
import { counted } from "../../../shared/letters/in-words.ts";
import { loadTombstone } from "../../../shared/records/erasure.ts";
import { erasePerson, lookForTraces } from "../../../shared/runtime/erase-person.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { Mendable } from "../../local/command-line.ts";
import type { Operation } from "../operation.ts";
import { Failed, NotDone } from "../outcomes.ts";

export const erase: Operation = {
  does: "Erase a person: end the mentorships, tell the others goodbye, and remove every trace but a hash of the address.",
  takes: "ADDRESS",
  async look({ runtime, what: address }) {
    if (!looksLikeEmail(address)) throw new Mendable(`"${address}" is not an e-mail address.`);
    const records = await lookForTraces(runtime, address);
    const count = Object.values(records).reduce((sum, some) => sum + some, 0);
    const before = await loadTombstone(tableOf(runtime), address);
    if (count === 0 && !before)
      throw new NotDone(`Nobody with the address ${address} is known, so there was nothing to erase.`);
    if (count === 0)
      return {
        found: {
          lines: [`${address} is erased already; nothing of it is left but its hash.`],
          figures: { records, erasedBefore: true },
        },
      };
    const isAlsoNamed = JSON.stringify(runtime.school).toLowerCase().includes(emailIdentity(address));
    return {
      found: {
        lines: [
          `Records of ${address}, or with words to remove:`,
          ...Object.entries(records).map(([kind, some]) => `  ${kind.padEnd(24)}${String(some).padStart(6)}`),
          ...(isAlsoNamed
            ? ["The address also stands in the school's own file; take it out there and deploy."]
            : []),
        ],
        figures: { records },
      },
      cannotBeUndone: `${address} is erased, and the others in his or her mentorships are told goodbye`,
      async carryOut() {
        const erased = await erasePerson(runtime, address, "with-goodbye");
        if (erased.ok) {
          const { mentorshipsEnded, records, schedules, stillIn } = erased.value;
          return {
            lines: [
              `Erased: ${counted(records, "record")} and ${counted(schedules, "schedule")}; ${counted(mentorshipsEnded, "mentorship")} ended. Backups forget within 35 days.`,
              ...(stillIn.length > 0
                ? [
                    `The address still stands in what others wrote, in records of the kind ${stillIn.join(", ")}.`,
                  ]
                : []),
            ],
            figures: erased.value,
          };
        }
        if (erased.refusal === "letters-waiting")
          throw new Failed(
            "The mentorships are ended, but the goodbyes cannot go out just now: SES takes no mail, or mail is held after a restore. Nothing else was removed; do this again later.",
          );
        throw new NotDone(`Nobody with the address ${address} is known any more.`);
      },
    };
  },
};
