/** The address of every link, always built from the school's own site and never from a request. */
import type { Verb } from "./verbs.ts";

/** Where a token of this verb is opened. */
export function addressOf(siteUrl: string, verb: Verb, token: string): string {
  if (verb === "sign-up") return `${siteUrl}/join/${token}`;
  if (verb === "sign-in") return `${siteUrl}/sign-in/${token}`;
  return `${siteUrl}/answer/${token}`;
}
