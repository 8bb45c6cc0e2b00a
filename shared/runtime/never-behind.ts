/** A function's clock that is never behind the last answer of its table: waits are reckoned from it, and one an hour slow would end them at once. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { day, type Instant, minute } from "../domain/time.ts";

export type HearingClock = {
  now: () => Instant;
  /** Takes the moment at which somebody with a good clock has just answered. */
  hear: (answeredAt: Instant) => void;
};

/** Any AWS client; this is what is used of it. */
type Client = { middlewareStack: Pick<DynamoDBClient["middlewareStack"], "add"> };
type SigningClient = { config: { systemClockOffset: number } };

/**
 * Goes on with `own`, but from each answer on not behind it. An answer says no more than that its moment is past, so that a clock
 * ahead stays as it is. No answer moves a clock by a day or more: one that is so wrong is not slow, and neither is believed.
 */
export function neverBehind(own: () => Instant): HearingClock {
  let behind = 0;
  return {
    now: () => own() + behind,
    hear(answeredAt) {
      const told = answeredAt - own();
      // An answer that was long on its way tells less than one before it; a clock that has been put right tells much less.
      if (told > behind || told < behind - minute) behind = told > 0 && told < day ? told : 0;
    },
  };
}

/** Tells the `Date` of every answer to the client, refusals too; each try of a call has its own. */
export function onEachAnswer(client: Client, hear: (answeredAt: Instant) => void): void {
  client.middlewareStack.add(
    (next) => async (sent) => {
      const result = await next(sent);
      const { headers } = result.response as { headers?: Record<string, string> };
      const answeredAt = Date.parse(headers?.date ?? "");
      if (!Number.isNaN(answeredAt)) hear(answeredAt);
      return result;
    },
    { step: "deserialize", priority: "low" },
  );
}

/**
 * Lets `other` sign by what the answers to `heard` have taught. A client learns that its clock is wrong by a refusal, and tries again;
 * the one of SES must not try again.
 */
export function signAlike(heard: SigningClient, other: SigningClient): void {
  Object.defineProperty(other.config, "systemClockOffset", {
    get: () => heard.config.systemClockOffset,
    set: (offset: number) => {
      heard.config.systemClockOffset = offset;
    },
  });
}
