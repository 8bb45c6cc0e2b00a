/** The way on which SES tells of mails: complete, where each word arrives within its letter's wait; with gaps; or dead. */
import type { SNSEvent } from "aws-lambda";
import { type LetterName, ruleOf } from "../../shared/domain/letter-rules.ts";
import { type Instant, minute, second } from "../../shared/domain/time.ts";
import type { Invocation } from "./fragile-functions.ts";

/** Undefined is complete. */
export type Feed = "patchy" | "dead" | undefined;

type Told = { eventType: string; mail: { tags: Record<string, string[]> } };

const toldBy = (event: SNSEvent): Told => JSON.parse(event.Records[0]!.Sns.Message) as Told;
const letterOf = ({ mail }: Told): string | undefined => mail.tags.letter?.[0];

export function eventName(event: SNSEvent): string {
  const told = toldBy(event);
  return `${told.eventType} of ${letterOf(told) ?? "a canary"}`;
}

/** Whoever takes the word may fail twice, and is called again after one minute and two more. */
const retriesMinutes = 3;

/** The latest at which a word still counts as having come in time, in minutes. */
function latestMinutes(event: SNSEvent, feed: Feed): number {
  const letter = letterOf(toldBy(event));
  if (feed !== undefined || letter === undefined) return 14;
  return Math.max(1, ruleOf(letter as LetterName).waitMinutes - retriesMinutes - 1);
}

/** When an event arrives to which this happens. */
export function arrivals(
  kind: string | undefined,
  at: Instant,
  index: number,
  event: SNSEvent,
  feed: Feed,
): Instant[] {
  const one = (choices: readonly number[]): number => choices[index % choices.length] as number;
  switch (kind) {
    case "event doubled":
      return [at, at + one([0, 3 * second, 5 * minute])];
    case "event reordered":
      return [at + 2500];
    case "event delayed":
      return [at + Math.min(one([2, 6, 14]), latestMinutes(event, feed)) * minute];
    case "event lost":
      return [];
    default:
      return [at];
  }
}

/** Counts how often each word of SES was handed to its function; the third time it gets through, where the feed is complete. */
export function openTries(feed: Feed): (invocation: Invocation) => boolean {
  const tries = new Map<string, Set<Invocation>>();
  return (invocation) => {
    if (invocation.name !== "mail-events" || feed !== undefined) return false;
    const id = (invocation.event as SNSEvent).Records[0]!.Sns.MessageId;
    const mine = tries.get(id) ?? new Set();
    tries.set(id, mine.add(invocation));
    return [...mine].indexOf(invocation) >= 2;
  };
}
