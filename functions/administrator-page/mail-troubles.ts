/** What an administrator must know about the school's mail: who cannot be reached, and what holds mail back. */
import { html } from "hono/html";
import { describeMoment } from "../../shared/domain/moments.ts";
import { counted } from "../../shared/letters/in-words.ts";
import type { Html } from "../../shared/pages/site.ts";
import { loadMailBrake } from "../../shared/records/mail-brake.ts";
import { listDuplicates } from "../../shared/records/mail-duplicates.ts";
import { loadRestore } from "../../shared/records/restore.ts";
import { listSuppressions } from "../../shared/records/suppressions.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";

const brakedBecause = {
  bounces: "too many mails came back",
  complaints: "too many readers called mails spam",
} as const;

/** Each trouble as an item of a list; none when all is well. `readers` are all people, the invited ones too. */
export async function mailTroubles(runtime: Runtime, readers: readonly { email: string }[]): Promise<Html[]> {
  const table = tableOf(runtime);
  const [isSuppressed, brake, restore, duplicates] = await Promise.all([
    listSuppressions(table),
    loadMailBrake(table),
    loadRestore(table),
    listDuplicates(table),
  ]);
  const zone = runtime.school.timeZone;
  const unreachable = readers.filter(({ email }) => isSuppressed(email)).length;
  const items: Html[] = [];
  if (unreachable > 0)
    items.push(
      html`<a href="/administrator/people?show=unreachable">${unreachable === 1 ? "1 person" : `${unreachable} people`}</a> whom mail does not reach`,
    );
  if (restore && restore.releasedAt === undefined)
    items.push(
      html`Mail is held since the table was restored on ${describeMoment(restore.restoredAt, zone)}. Look at the mail log, then release it with the command release-mail.`,
    );
  if (brake)
    items.push(
      html`Optional mail is stopped since ${describeMoment(brake.since, zone)}: ${brakedBecause[brake.reason]} (${brake.bounced + brake.complained} of ${brake.settled} in seven days). It goes on by itself once the last seven days look well.`,
    );
  if (duplicates.length > 0)
    items.push(html`${counted(duplicates.length, "mail")} of which a second copy went out`);
  return items;
}
