/** Links from mails: 256 random bits, of which only the hash is kept; each is bound to one purpose and one person. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import type { Instant } from "../domain/time.ts";
import { keys, sha256 } from "../records/keys.ts";
import { toItem } from "../records/record.ts";
import { absent, getItems, put, type Table, type Write } from "../records/table.ts";
import { isVerb, type Verb, verbs } from "./verbs.ts";

const linkSchema = lazily(() =>
  z.object({
    hash: z.string(),
    verb: z.custom<Verb>((value) => typeof value === "string" && isVerb(value)),
    role: z.enum(["student", "mentor", "administrator", "visitor"]),
    personId: z.optional(z.string()),
    /** For people who have not signed up, and for administrators. */
    email: z.optional(z.string()),
    meetingId: z.optional(z.string()),
    mentorshipId: z.optional(z.string()),
    /** What else the page must know, such as the milestone to give thanks for. */
    data: z.record(z.string(), z.union([z.string(), z.number()])),
    madeAt: z.number(),
    expiresAt: z.number(),
    usedAt: z.optional(z.number()),
  }),
);
export type Link = z.infer<typeof linkSchema>;

const tokenBytes = 32;
/** How long an expired link is remembered, so that its page can explain and offer a fresh one. */
const rememberedFor = 90 * 24 * 60 * 60 * 1000;

export const newToken = (randomBytes: (count: number) => Uint8Array): string =>
  Buffer.from(randomBytes(tokenBytes)).toString("base64url");

/** The token in an address, without what a mail program has put into it or after it, such as a line break or a full stop. */
export const tokenIn = (address: string): string => address.replace(/[^\w-]/g, "");

export const looksLikeToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** A new link and the token that goes into its address; the token is kept nowhere. */
export function makeLink(
  fields: Omit<Link, "hash" | "madeAt" | "expiresAt" | "usedAt">,
  now: Instant,
  randomBytes: (count: number) => Uint8Array,
): { token: string; link: Link } {
  const token = newToken(randomBytes);
  return {
    token,
    link: { ...fields, hash: sha256(token), madeAt: now, expiresAt: now + verbs[fields.verb].lastsFor },
  };
}

export const addLink = (table: Table, link: Link): Write =>
  put(
    table,
    toItem(link, { key: keys.link(link.hash), forgetAt: link.expiresAt + rememberedFor }),
    absent,
    "changed-meanwhile",
  );

/** The link behind a token, used up and expired ones too, or undefined when there never was one. */
export async function loadLink(table: Table, token: string): Promise<Link | undefined> {
  return (await loadLinks(table, [token]))[0];
}

/** The same for many tokens, in their order. */
export async function loadLinks(table: Table, tokens: readonly string[]): Promise<(Link | undefined)[]> {
  const items = await getItems(
    table,
    tokens.map((token) => keys.link(sha256(token))),
  );
  return items.map((item) => item && linkSchema.parse(item));
}

export const linkState = (link: Link, now: Instant): "good" | "expired" | "used" =>
  verbs[link.verb].once && link.usedAt !== undefined ? "used" : now >= link.expiresAt ? "expired" : "good";

/** Uses a link up, once: a second time is refused as `link-used`. */
export const useLink = (table: Table, link: Link, now: Instant): Write =>
  put(
    table,
    toItem({ ...link, usedAt: now }, { key: keys.link(link.hash), forgetAt: link.expiresAt + rememberedFor }),
    { expression: "attribute_exists(pk) AND attribute_not_exists(usedAt)" },
    "link-used",
  );
