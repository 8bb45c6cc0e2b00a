/** Each letter has its own answer to "was it sent?", by whether SES is proven to be telling us of mails. */
import { describe, expect, it } from "vitest";
import { type LetterName, letterNames, ruleOf } from "../../shared/domain/letter-rules.ts";
import { judgeDoubt, type MailFeed } from "../../shared/domain/mail-doubt.ts";
import { minute } from "../../shared/domain/time.ts";
import { inNewYork } from "./lifecycle/a-life.ts";

const claimedAt = inNewYork("2026-12-09 17:00");
const doubtful = (letter: LetterName, onceMore?: true) => ({
  letter,
  claimedAt,
  sendAt: claimedAt,
  notAfter: inNewYork("2026-12-10 15:00"),
  ...(onceMore && { onceMore }),
});
const later = (minutes: number): number => claimedAt + minutes * minute;

/** Heard of a canary that was sent six minutes after the attempt; or sent one and heard nothing for an hour. */
const alive: MailFeed = { canarySentAt: later(6), provenAt: later(6) };
const dead: MailFeed = { canarySentAt: later(6), canaryTaken: true };

it.each<[letters: LetterName[], waitMinutes: number, feedAlive: string, feedDead: string]>([
  [["sign-in-link", "sign-up-link", "fresh-link"], 5, "unknown", "unknown"],
  [["reminder"], 15, "once-more", "unknown"],
  [["starting-soon", "running-late"], 5, "once-more", "unknown"],
  [["invite", "moved", "called-off"], 5, "once-more", "once-more"],
  [["welcome", "paired", "goodbye", "no-common-time", "prepare"], 60, "once-more", "unknown"],
  [["suggestions", "mentor-asked"], 60, "once-more", "unknown"],
  [["did-you-meet", "feedback-nudge", "gratitude-prompt", "thank-you"], 60, "once-more", "unknown"],
])(
  "%s: waits %i minutes, then %s; without a sign of life %s",
  (letters, waitMinutes, feedAlive, feedDead) => {
    for (const letter of letters) {
      expect(ruleOf(letter).waitMinutes).toBe(waitMinutes);
      expect(judgeDoubt(doubtful(letter), alive, later(70))).toBe(feedAlive);
      expect(judgeDoubt(doubtful(letter), dead, later(70))).toBe(feedDead);
    }
  },
);

it("has a line above for every letter", () => {
  expect(letterNames).toHaveLength(20);
});

describe("a reminder in doubt", () => {
  it.each<[string, MailFeed | undefined, number, string]>([
    ["no canary yet", undefined, 15, "ask-feed"],
    [
      "the last canary is older than the attempt",
      { canarySentAt: later(-5), provenAt: later(-5) },
      15,
      "ask-feed",
    ],
    [
      "a canary sent within four minutes of the attempt proves nothing",
      { canarySentAt: later(3), provenAt: later(3) },
      15,
      "ask-feed",
    ],
    ["a canary is out and may yet be heard of", { canarySentAt: later(15), canaryTaken: true }, 32, "wait"],
    ["a canary is out and was not heard of", { canarySentAt: later(15), canaryTaken: true }, 33, "unknown"],
    ["SES never said that it took the canary", { canarySentAt: later(15) }, 45, "ask-feed"],
    ["a canary was heard of", { canarySentAt: later(15), provenAt: later(15) }, 15, "once-more"],
    [
      "an older one was heard of, the newest not yet",
      { canarySentAt: later(20), provenAt: later(15) },
      21,
      "once-more",
    ],
  ])("%s", (_what, feed, at, expected) => {
    expect(judgeDoubt(doubtful("reminder"), feed, later(at))).toBe(expected);
  });

  it("is never sent a third time, nor past its use, nor when the table was restored after the attempt", () => {
    expect(judgeDoubt(doubtful("reminder", true), alive, later(20))).toBe("unknown");
    expect(judgeDoubt(doubtful("reminder"), alive, doubtful("reminder").notAfter)).toBe("unknown");
    expect(judgeDoubt(doubtful("reminder"), alive, later(20), later(0))).toBe("unknown");
    expect(judgeDoubt(doubtful("reminder"), alive, later(20), later(-1))).toBe("once-more");
  });
});
