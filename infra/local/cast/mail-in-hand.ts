/** A mail as its reader has it in hand: which letter it is, and which link lets do what. */
import type { LetterName } from "../../../shared/domain/letter-rules.ts";
import { type Link, loadLinks } from "../../../shared/links/link.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { readMail } from "../read-mail.ts";
import type { Mail } from "../ses/mailbox.ts";
import type { World } from "../world.ts";

export type MailInHand = {
  letter: LetterName;
  to: string;
  links: ReadonlyMap<Verb, { url: string; link: Link }>;
};

/** Opens a mail; its links are found in its text, as a reader would. */
export async function openMail(world: Pick<World, "runtime">, mail: Mail): Promise<MailInHand> {
  const { text } = await readMail(mail);
  const urls = [...text.matchAll(/https?:\/\/\S+/g)]
    .map(([url]) => url)
    .filter((url) => url.startsWith(world.runtime.siteUrl));
  const found = await loadLinks(
    tableOf(world.runtime),
    urls.map((url) => url.split("/").at(-1)!),
  );
  const links = new Map<Verb, { url: string; link: Link }>();
  for (const [index, link] of found.entries()) if (link) links.set(link.verb, { url: urls[index]!, link });
  return { letter: mail.tags.letter as LetterName, to: mail.to, links };
}
