/** Every letter the school sends: whether it can wait, whether a reader may switch it off, how long it is of use, and what is done when nobody knows whether it went out. */
import { type MentorshipState, offerDays } from "./mentorships.ts";
import { day, hour, type Instant, minute } from "./time.ts";

/** What becomes of an attempt of which SES has said nothing for the letter's wait. */
export type InDoubt =
  /** Sent a second time, and never a third. */
  | "once-more"
  /** Listed as unknown. */
  | "unknown"
  /** Listed as unknown; whoever wanted it asks again. */
  | "never-again";

export type LetterRule = {
  /** Waits for the end of the reader's quiet hours. */
  canWait: boolean;
  /** Carries List-Unsubscribe and is not sent to people who used it. */
  optional: boolean;
  /** Somebody sits and waits for it: it goes out at once, past everything that is parked. All else goes in turn, below the rate of SES. */
  atOnce: boolean;
  /** The last moment at which sending it makes sense. */
  usefulUntil: (when: {
    now: Instant;
    startAt?: Instant | undefined;
    endAt?: Instant | undefined;
  }) => Instant;
  /** After this long without a word from SES an attempt counts as in doubt. */
  waitMinutes: number;
  /** By whether SES is proven to have been telling us of mails since. */
  inDoubt: { feedAlive: InDoubt; feedDead: InDoubt };
  /** The letter is void once its pair stands otherwise. */
  whilePair?: readonly MentorshipState[];
};

type Useful = LetterRule["usefulUntil"];
const forAWhile =
  (milliseconds: number): Useful =>
  ({ now }) =>
    now + milliseconds;
const untilStart =
  (early = 0): Useful =>
  ({ now, startAt }) =>
    (startAt ?? now + 7 * day) - early;
const untilEnd: Useful = ({ now, endAt }) => endAt ?? now + hour;

type Policy = Pick<LetterRule, "atOnce" | "waitMinutes" | "inDoubt">;
/** A link that somebody has just asked for. */
const asked: Policy = {
  atOnce: true,
  waitMinutes: 5,
  inDoubt: { feedAlive: "never-again", feedDead: "never-again" },
};
/** A second copy would confuse, so it is sent only where the first provably never was. */
const oneCopy = (waitMinutes: number): Policy => ({
  atOnce: false,
  waitMinutes,
  inDoubt: { feedAlive: "once-more", feedDead: "unknown" },
});
/** A second copy has the same UID and SEQUENCE, so a calendar takes it for the first (RFC 5546 2.1.5). */
const calendarEntry: Policy = {
  atOnce: false,
  waitMinutes: 5,
  inDoubt: { feedAlive: "once-more", feedDead: "once-more" },
};

export const letterRules = {
  "sign-up-link": { canWait: false, optional: false, usefulUntil: forAWhile(14 * day), ...asked },
  "sign-in-link": { canWait: false, optional: false, usefulUntil: forAWhile(10 * minute), ...asked },
  "fresh-link": { canWait: false, optional: false, usefulUntil: forAWhile(hour), ...asked },
  welcome: { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), ...oneCopy(60) },
  suggestions: { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), ...oneCopy(60) },
  "mentor-asked": {
    canWait: true,
    optional: false,
    usefulUntil: forAWhile(offerDays * day),
    ...oneCopy(60),
    whilePair: ["offered"],
  },
  paired: {
    canWait: true,
    optional: false,
    usefulUntil: forAWhile(14 * day),
    ...oneCopy(60),
    whilePair: ["agreeing", "active"],
  },
  goodbye: { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), ...oneCopy(60) },
  invite: { canWait: true, optional: false, usefulUntil: untilStart(), ...calendarEntry },
  moved: { canWait: false, optional: false, usefulUntil: untilEnd, ...calendarEntry },
  "called-off": { canWait: false, optional: false, usefulUntil: untilEnd, ...calendarEntry },
  "no-common-time": { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), ...oneCopy(60) },
  prepare: { canWait: true, optional: false, usefulUntil: untilStart(), ...oneCopy(60) },
  reminder: { canWait: true, optional: false, usefulUntil: untilStart(2 * hour), ...oneCopy(15) },
  "starting-soon": {
    canWait: false,
    optional: false,
    usefulUntil: untilStart(10 * minute),
    ...oneCopy(5),
  },
  "running-late": { canWait: false, optional: false, usefulUntil: untilEnd, ...oneCopy(5), atOnce: true },
  "did-you-meet": { canWait: true, optional: false, usefulUntil: forAWhile(7 * day), ...oneCopy(60) },
  "feedback-nudge": { canWait: true, optional: true, usefulUntil: forAWhile(5 * day), ...oneCopy(60) },
  "gratitude-prompt": {
    canWait: true,
    optional: true,
    usefulUntil: forAWhile(7 * day),
    ...oneCopy(60),
    whilePair: ["active", "closing"],
  },
  "thank-you": { canWait: true, optional: false, usefulUntil: forAWhile(3 * day), ...oneCopy(60) },
} as const satisfies Record<string, LetterRule>;

export type LetterName = keyof typeof letterRules;
export const letterNames = Object.keys(letterRules) as LetterName[];

/** The rule of a letter, with what not every letter has. */
export const ruleOf = (letter: LetterName): LetterRule => letterRules[letter];
