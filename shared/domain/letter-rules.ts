/** Every letter the school sends: whether it can wait for the morning, whether a reader may switch it off, how long it is of use. */
import { day, hour, type Instant, minute } from "./time.ts";

export type LetterRule = {
  /** Waits for the end of the reader's quiet hours. */
  canWait: boolean;
  /** Carries List-Unsubscribe and is not sent to people who used it. */
  optional: boolean;
  /** The last moment at which sending it makes sense. */
  usefulUntil: (when: {
    now: Instant;
    startAt?: Instant | undefined;
    endAt?: Instant | undefined;
  }) => Instant;
  /** After this long without a word from SES an attempt counts as in doubt. */
  waitMinutes: number;
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

export const letterRules = {
  "sign-up-link": { canWait: false, optional: false, usefulUntil: forAWhile(14 * day), waitMinutes: 5 },
  "sign-in-link": { canWait: false, optional: false, usefulUntil: forAWhile(10 * minute), waitMinutes: 5 },
  "fresh-link": { canWait: false, optional: false, usefulUntil: forAWhile(hour), waitMinutes: 5 },
  welcome: { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), waitMinutes: 60 },
  paired: { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), waitMinutes: 60 },
  goodbye: { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), waitMinutes: 60 },
  invite: { canWait: true, optional: false, usefulUntil: untilStart(), waitMinutes: 5 },
  moved: { canWait: false, optional: false, usefulUntil: untilStart(), waitMinutes: 5 },
  "called-off": { canWait: false, optional: false, usefulUntil: untilStart(), waitMinutes: 5 },
  "no-common-time": { canWait: true, optional: false, usefulUntil: forAWhile(14 * day), waitMinutes: 60 },
  prepare: { canWait: true, optional: false, usefulUntil: untilStart(), waitMinutes: 60 },
  reminder: { canWait: true, optional: false, usefulUntil: untilStart(2 * hour), waitMinutes: 15 },
  "starting-soon": { canWait: false, optional: false, usefulUntil: untilStart(10 * minute), waitMinutes: 5 },
  "running-late": { canWait: false, optional: false, usefulUntil: untilEnd, waitMinutes: 5 },
  "did-you-meet": { canWait: true, optional: false, usefulUntil: forAWhile(7 * day), waitMinutes: 60 },
  "feedback-nudge": { canWait: true, optional: true, usefulUntil: forAWhile(5 * day), waitMinutes: 60 },
  "gratitude-prompt": { canWait: true, optional: true, usefulUntil: forAWhile(7 * day), waitMinutes: 60 },
  "thank-you": { canWait: true, optional: false, usefulUntil: forAWhile(3 * day), waitMinutes: 60 },
} as const satisfies Record<string, LetterRule>;

export type LetterName = keyof typeof letterRules;
export const letterNames = Object.keys(letterRules) as LetterName[];
