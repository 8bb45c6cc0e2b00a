/** Where each record lives in the one table. */
import { createHash } from "node:crypto";
import { emailIdentity } from "../domain/people.ts";
import type { CivilDate, Month } from "../domain/time.ts";

export type Key = { pk: string; sk: string };

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Addresses appear in keys only as a hash of their identity. */
export const emailHash = (email: string): string => sha256(emailIdentity(email));

export const keys = {
  person: (id: string): Key => ({ pk: `person#${id}`, sk: "person" }),
  /** Says which person an address belongs to; its existence makes the address taken. */
  email: (email: string): Key => ({ pk: `email#${emailHash(email)}`, sk: "person" }),
  invitation: (email: string): Key => ({ pk: `email#${emailHash(email)}`, sk: "invitation" }),
  suppression: (email: string): Key => ({ pk: `email#${emailHash(email)}`, sk: "suppression" }),
  mentorship: (id: string): Key => ({ pk: `mentorship#${id}`, sk: "mentorship" }),
  /** Lists a person's mentorships beside the person. */
  personMentorship: (personId: string, mentorshipId: string): Key => ({
    pk: `person#${personId}`,
    sk: `mentorship#${mentorshipId}`,
  }),
  meeting: (id: string): Key => ({ pk: `meeting#${id}`, sk: "meeting" }),
  /** What meetings take of one person's UTC day. */
  busy: (personId: string, date: CivilDate): Key => ({ pk: `person#${personId}`, sk: `busy#${date}` }),
  round: (month: Month): Key => ({ pk: `round#${month}`, sk: "round" }),
  message: (id: string): Key => ({ pk: `message#${id}`, sk: "message" }),
  /** A second copy of a message that SES took, by SES's own id. */
  duplicate: (messageId: string, sesMessageId: string): Key => ({
    pk: `message#${messageId}`,
    sk: `duplicate#${sesMessageId}`,
  }),
  /** What is known of the way on which SES tells us about mails. */
  mailFeed: { pk: "school#mail-feed", sk: "mail-feed" } as Key,
  /** Stands while optional mail is stopped. */
  mailBrake: { pk: "school#mail-brake", sk: "mail-brake" } as Key,
  /** Stands once the table has been restored from a backup. */
  restore: { pk: "school#restore", sk: "restore" } as Key,
  /** How many mails went out in turn in one short stretch of time. */
  mailTurns: (stretch: number): Key => ({ pk: `mail-turns#${stretch}`, sk: "mail-turns" }),
  /** Stands once a link that works once has been used up. */
  usedLink: (hash: string): Key => ({ pk: `used-link#${hash}`, sk: "used-link" }),
  session: (hash: string): Key => ({ pk: `session#${hash}`, sk: "session" }),
  /** A mentor's thank-you notes, kept with the mentor. */
  thankYou: (mentorId: string, id: string): Key => ({ pk: `person#${mentorId}`, sk: `thank-you#${id}` }),
} as const;

/** What is listed together, for whoever needs all of it. */
export const lists = {
  people: "people",
  invitations: "invitations",
  mentorships: "mentorships",
  rounds: "rounds",
  suppressions: "suppressions",
  duplicates: "mail-duplicates",
  meetings: (month: Month) => `meetings#${month}`,
  messages: (month: Month) => `messages#${month}`,
} as const;

/** A pair has one meeting a month, so its id needs no chance. */
export const meetingId = (mentorshipId: string, month: Month): string => `${mentorshipId}-${month}`;
