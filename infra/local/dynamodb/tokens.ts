/** A transaction sent twice with one token happens once: DynamoDB remembers a client token for ten minutes. */
import { type Instant, minute } from "../../../shared/domain/time.ts";

const rememberedFor = 10 * minute;

export type Tokens = {
  /** `new`, `done` when the same request was carried out under this token, or `other` when it stood for another request. */
  standing: (token: string, request: string) => "new" | "done" | "other";
  remember: (token: string, request: string) => void;
};

/** An empty memory on the given clock. */
export function openTokens(now: () => Instant): Tokens {
  const known = new Map<string, { request: string; until: Instant }>();
  return {
    standing(token, request) {
      const found = known.get(token);
      if (!found || found.until <= now()) return "new";
      return found.request === request ? "done" : "other";
    },
    remember(token, request) {
      for (const [old, { until }] of known) {
        if (until > now()) break;
        known.delete(old);
      }
      known.delete(token);
      known.set(token, { request, until: now() + rememberedFor });
    },
  };
}
