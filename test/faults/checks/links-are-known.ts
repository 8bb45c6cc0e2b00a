/** Whoever has a mail in hand can press its buttons: each of its links is one that its message carries. */
import { looksLikeSecret } from "../../../shared/links/secrets.ts";
import { sha256 } from "../../../shared/records/keys.ts";
import { messageIdLength } from "../../../shared/records/messages.ts";
import { contentOf } from "../mail-content.ts";
import type { Check } from "./finding.ts";

export const linksAreKnown: Check = async ({ mails, messages }) => {
  const dead: string[] = [];
  for (const mail of mails) {
    const { links = {} } = messages.get(mail.tags.message!) ?? {};
    const { text } = await contentOf(mail);
    const secrets = [...text.matchAll(/https?:\/\/\S+/g)]
      .map(([url]) => url.split("/").at(-1)!.slice(messageIdLength))
      .filter(looksLikeSecret);
    if (secrets.some((secret) => !Object.hasOwn(links, sha256(secret))))
      dead.push(`the ${mail.tags.letter} to ${mail.to} has a link that nobody knows`);
  }
  return dead;
};
