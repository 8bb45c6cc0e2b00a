/** Links from mails: 256 random bits, of which only the hash is kept, with the message that carries them; each does one thing for one person. */
import type { Message } from "../domain/messages.ts";
import type { Instant } from "../domain/time.ts";
import { sha256 } from "../records/keys.ts";
import { loadMessages, messageIdLength } from "../records/messages.ts";
import type { Table } from "../records/table.ts";
import { looksLikeSecret, newSecret } from "./secrets.ts";
import { loadUses, type Use } from "./uses.ts";
import { isVerb, type Verb, verbs } from "./verbs.ts";

/** What its message says of it, and whether it has been used up. */
export type Link = Pick<Message, "role" | "meetingId" | "mentorshipId" | "data"> & {
  /** Of the secret in its address. */
  hash: string;
  /** The message that carries it. */
  messageId: string;
  verb: Verb;
  personId?: string;
  /** For people who have not signed up, and for administrators. */
  email?: string;
  madeAt: Instant;
  expiresAt: Instant;
  /** Of a verb that works once. */
  used?: Use;
};

/** What stands in an address, without what a mail program has put into it or after it, such as a line break or a full stop. */
export const tokenIn = (address: string): string => address.replace(/[^\w-]/g, "");

/** A new link of a message: what goes into its address, which is kept nowhere, and the hash that the message keeps. */
export function makeLink(
  messageId: string,
  randomBytes: (count: number) => Uint8Array,
): { token: string; hash: string } {
  const secret = newSecret(randomBytes);
  return { token: `${messageId}${secret}`, hash: sha256(secret) };
}

/** The two parts of a link's token. They need no mark between them, which a mail program could take for the end of the address. */
function partsOf(token: string): { messageId: string; hash: string } | undefined {
  const [messageId, secret] = [token.slice(0, messageIdLength), token.slice(messageIdLength)];
  return looksLikeSecret(secret) ? { messageId, hash: sha256(secret) } : undefined;
}

/** The link behind a token, used up and expired ones too, or undefined when there never was one. */
export async function loadLink(table: Table, token: string): Promise<Link | undefined> {
  return (await loadLinks(table, [token]))[0];
}

/** The same for many tokens, in their order. */
export async function loadLinks(table: Table, tokens: readonly string[]): Promise<(Link | undefined)[]> {
  const asked = tokens.map(partsOf);
  const ids = asked.flatMap((parts) => parts?.messageId ?? []);
  const messages = new Map((await loadMessages(table, ids)).map((message) => [message.id, message]));
  const links = asked.map((parts) => {
    const message = parts && messages.get(parts.messageId);
    return message && linkOf(message, parts.hash);
  });
  const once = links.flatMap((link) => (link && verbs[link.verb].once ? link.hash : []));
  const uses = once.length > 0 ? await loadUses(table, once) : undefined;
  return links.map((link) => {
    const used = link && uses?.get(link.hash);
    return used ? { ...link, used } : link;
  });
}

/** Undefined when the message carries no such link. */
function linkOf(message: Message, hash: string): Link | undefined {
  const { id, to, role, meetingId, mentorshipId, data, links = {} } = message;
  const verb = Object.hasOwn(links, hash) ? links[hash] : undefined;
  if (verb === undefined || !isVerb(verb)) return undefined;
  const madeAt = message.claimedAt ?? message.plannedAt;
  return {
    ...to,
    hash,
    messageId: id,
    verb,
    role,
    ...(meetingId !== undefined && { meetingId }),
    ...(mentorshipId !== undefined && { mentorshipId }),
    data,
    madeAt,
    expiresAt: madeAt + verbs[verb].lastsFor,
  };
}

export const linkState = (link: Link, now: Instant): "good" | "expired" | "used" =>
  link.used ? "used" : now >= link.expiresAt ? "expired" : "good";
