/** Brings a roster into the school, as the administrator's import page does: whole rows are welcomed, named people get a sign-up link. */
import { emailIdentity, type Person } from "../../../shared/domain/people.ts";
import { loadErased } from "../../../shared/records/erasure.ts";
import { loadInvitation, loadPersonByEmail } from "../../../shared/records/people.ts";
import { readRoster } from "../../../shared/roster/read-roster.ts";
import type { Roster } from "../../../shared/roster/roster.ts";
import { importRoster, secondRole } from "../../../shared/runtime/import-roster.ts";
import { notInRoster } from "../../../shared/runtime/not-in-roster.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { Mendable } from "../../local/command-line.ts";
import { readGivenFile } from "../../local/given-file.ts";
import type { Operation } from "../operation.ts";

export const invite: Operation = {
  does: "Import a roster: add and welcome its people, and invite those who are only named.",
  takes: "FILE",
  async look({ runtime, what: file, dryRun }) {
    const roster = readRoster(readGivenFile(file), runtime.school);
    if (!roster.ok)
      throw new Mendable(
        [
          `${file} was not taken; nothing was written.`,
          ...roster.refusal.map(({ sentence }) => sentence),
        ].join("\n"),
      );
    const ahead = await lookAhead(runtime, roster.value);
    const missing = await notInRoster(runtime, roster.value);
    const mails = ahead.add + ahead.inBothRoles + ahead.invite;
    return {
      found: {
        lines: [
          `${file}: ${ahead.add} to add and welcome, ${ahead.update} to bring up to date, ${ahead.invite} to invite, ${ahead.invitedBefore} invited or here already.`,
          ...ofTwoRoles(ahead),
          ...leftOut(ahead.erased),
          // Otherwise they are told once it is done.
          ...(dryRun ? notInFile(runtime.school.id, missing) : []),
        ],
        figures: { ...ahead, notInFile: missing.length },
      },
      ...(mails > 0 && { cannotBeUndone: mails === 1 ? "one mail goes out" : `${mails} mails go out` }),
      async carryOut() {
        const done = await importRoster(runtime, roster.value);
        return {
          lines: [
            `${done.added} added and welcomed, ${done.updated} brought up to date, ${done.invited} invited to sign up, ${done.invitedBefore} invited or here already. ${done.added + done.inBothRoles + done.invited > 0 ? "The mails go out in the next minutes, or in the morning where it is night." : done.updated > 0 ? "No mail goes out for it now; a mentor's new place is told the next morning." : "No mail goes out for it."}`,
            ...ofTwoRoles(done),
            ...leftOut(done.erased),
            ...notInFile(runtime.school.id, missing),
          ],
          figures: { ...done, notInFile: missing.length },
        };
      },
    };
  },
};

const ofTwoRoles = ({
  inBothRoles,
  inOtherRole,
}: Record<"inBothRoles" | "inOtherRole", number>): string[] => [
  ...(inBothRoles > 0 ? [`Here already, and welcomed to their second role: ${inBothRoles}.`] : []),
  ...(inOtherRole > 0
    ? [
        `Here already in the other role only: ${inOtherRole}. Give the whole row to add the role that it names.`,
      ]
    : []),
];

const leftOut = (erased: number): string[] =>
  erased > 0
    ? [
        `Left out, since they were erased before: ${erased}. They can come back only by themselves, through the school's site.`,
      ]
    : [];

/** A file of a few people lacks nearly everybody, so that not all are named. */
const missingNamed = 50;

const notInFile = (school: string, missing: readonly Person[]): string[] =>
  missing.length === 0
    ? []
    : [
        `Here already and not in it: ${missing.length}. Nothing is done to them. If the file was to hold everybody, they may have left; npm run ops -- erase ${school} ADDRESS takes somebody out.`,
        ...missing.slice(0, missingNamed).map(({ name, email }) => `  ${name}, ${email}`),
        ...(missing.length > missingNamed ? [`  and ${missing.length - missingNamed} more`] : []),
      ];

async function lookAhead(runtime: Runtime, { people, invited }: Roster) {
  const table = tableOf(runtime);
  const ahead = { add: 0, update: 0, inBothRoles: 0, invite: 0, invitedBefore: 0, inOtherRole: 0, erased: 0 };
  const erased = await loadErased(
    table,
    [...people, ...invited].map(({ email }) => email),
  );
  for (const person of people) {
    const known = await loadPersonByEmail(table, person.email);
    if (known) ahead[secondRole(known, person) ? "inBothRoles" : "update"]++;
    else ahead[erased.has(emailIdentity(person.email)) ? "erased" : "add"]++;
  }
  for (const { email, role } of invited) {
    const person = await loadPersonByEmail(table, email);
    const known = person ?? (await loadInvitation(table, email));
    if (person && !person[role]) ahead.inOtherRole++;
    else ahead[known ? "invitedBefore" : erased.has(emailIdentity(email)) ? "erased" : "invite"]++;
  }
  return ahead;
}
