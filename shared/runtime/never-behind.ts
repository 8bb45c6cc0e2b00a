/** A function's clock that is never behind the last answer of its table: waits are reckoned from it, and one an hour slow would end them at once. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { day, type Instant, minute } from "../domain/time.ts";

export type HearingClock = {
  now: () => Instant;
  /** Takes the moment at which somebody with a good clock has just answered. */
  hear: (answeredAt: Instant) => void;
};

/**
 * Goes on with `own`, but from each answer on not behind it. An answer says no more than that its moment is past, so that a clock
 * ahead stays as it is. A clock more than a day behind is not slow: somebody plays another time, and it is left alone.
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
export function onEachAnswer(client: DynamoDBClient, hear: (answeredAt: Instant) => void): void {
  client.middlewareStack.add(
    (next) => async (sent) => {
      const result = await next(sent);
      const { headers } = result.response as { headers?: Record<string, string> };
      const answeredAt = Date.parse(headers?.date ?? "");
      if (!Number.isNaN(answeredAt)) hear(answeredAt);
      return result;
    },
    { step: "deserialize", priority: "low", name: "hearWhen", override: true },
  );
}

/** A clock that the answers of a table's client keep from falling behind. */
export function neverBehindTable(table: DynamoDBClient, own: () => Instant): () => Instant {
  const clock = neverBehind(own);
  onEachAnswer(table, clock.hear);
  return clock.now;
}
