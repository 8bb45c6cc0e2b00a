/** A message is one letter to one person; its states only ever move forward. */
import * as z from "zod/mini";
import { lazily } from "./lazily.ts";
import { type LetterName, letterNames } from "./letter-rules.ts";

export const messageStates = [
  "planned",
  "sending",
  "accepted",
  "delivered",
  "bounced",
  "complained",
  "cancelled",
  "expired",
  "suppressed",
  "failed",
  "unknown",
] as const;
export type MessageState = (typeof messageStates)[number];

/** Where each state may go. An empty list is final. */
export const messageMoves: Readonly<Record<MessageState, readonly MessageState[]>> = {
  // A second attempt that was refused waits as planned, and meanwhile SES may speak of the first.
  planned: [
    "sending",
    "cancelled",
    "expired",
    "suppressed",
    "failed",
    "unknown",
    "accepted",
    "delivered",
    "bounced",
    "complained",
  ],
  sending: ["planned", "accepted", "delivered", "bounced", "complained", "failed", "unknown"],
  // SES may take a mail and reject its content a moment later.
  accepted: ["delivered", "bounced", "complained", "failed"],
  delivered: ["bounced", "complained"],
  unknown: ["accepted", "delivered", "bounced", "complained", "failed"],
  bounced: [],
  complained: [],
  cancelled: [],
  expired: [],
  suppressed: [],
  failed: [],
};

export const mayMove = (from: MessageState, to: MessageState): boolean => messageMoves[from].includes(to);

export const messageSchema = lazily(() =>
  z.object({
    id: z.string(),
    letter: z.enum(letterNames as [LetterName, ...LetterName[]]),
    /** A person of the school, or an address that has not signed up yet. */
    to: z.union([z.object({ personId: z.string() }), z.object({ email: z.string() })]),
    /** In which capacity it is read. */
    role: z.enum(["student", "mentor", "administrator", "visitor"]),
    meetingId: z.optional(z.string()),
    mentorshipId: z.optional(z.string()),
    /** The letter is void once the meeting has left this state or this arrangement. */
    guard: z.optional(z.object({ state: z.string(), arrangement: z.int() })),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
    state: z.enum(messageStates),
    plannedAt: z.number(),
    /** When it may go out at the earliest; of one that the sweep has found being sent, when it looks at it again. */
    sendAt: z.number(),
    notAfter: z.number(),
    /** How often sending was begun; the fence against two senders. */
    attempt: z.int(),
    attemptToken: z.optional(z.string()),
    claimedAt: z.optional(z.number()),
    /** An attempt stayed in doubt and the letter was sent once more. Nothing but SES can say that it was never sent. */
    onceMore: z.optional(z.literal(true)),
    /** Links of attempts that went out or may have: by the hash of each one's secret, what it lets the reader do. They live from `claimedAt`. */
    links: z.optional(z.record(z.string(), z.string())),
    sesMessageId: z.optional(z.string()),
    settledAt: z.optional(z.number()),
  }),
);
export type Message = z.infer<typeof messageSchema>;

/** True while some attempt at it may have gone out without anybody knowing: then it cannot be said that it was not sent. */
export const mayHaveGone = ({ state, onceMore }: Pick<Message, "state" | "onceMore">): boolean =>
  state === "sending" || onceMore === true;

/** The message with the links of `earlier`, and no others. */
export function withLinksOf(message: Message, { links }: Pick<Message, "links">): Message {
  const { links: _, ...rest } = message;
  return { ...rest, ...(links && { links }) };
}

/** The message with these links besides its own. */
export const withMoreLinks = (message: Message, links: Readonly<Record<string, string>>): Message =>
  Object.keys(links).length === 0 ? message : { ...message, links: { ...message.links, ...links } };
