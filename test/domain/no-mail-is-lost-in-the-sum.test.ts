/** Planned = accepted + cancelled + expired + suppressed + failed + unknown, once nothing is on its way; a message counted twice shows. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { conserve } from "../../shared/domain/mail-balance.ts";
import { messageStates } from "../../shared/domain/messages.ts";

it("adds up a month", () => {
  const states = [
    "delivered",
    "delivered",
    "accepted",
    "bounced",
    "complained",
    "cancelled",
    "expired",
  ] as const;
  const rest = ["suppressed", "failed", "unknown", "planned", "sending", "sending"] as const;
  const balance = conserve([...states, ...rest].map((state, index) => ({ id: `m-${index}`, state })));
  expect(balance).toEqual({
    planned: 13,
    accepted: 5,
    open: 3,
    byState: {
      accepted: 1,
      delivered: 2,
      bounced: 1,
      complained: 1,
      cancelled: 1,
      expired: 1,
      suppressed: 1,
      failed: 1,
      unknown: 1,
      planned: 1,
      sending: 2,
    },
    difference: 0,
  });
});

it("has no difference for any messages, and one for each that stands twice", () => {
  const month = fc.uniqueArray(fc.record({ id: fc.string(), state: fc.constantFrom(...messageStates) }), {
    selector: ({ id }) => id,
    maxLength: 60,
  });
  fc.assert(
    fc.property(month, fc.nat(60), (messages, twice) => {
      const { planned, difference } = conserve(messages);
      expect([planned, difference]).toEqual([messages.length, 0]);
      const again = messages.slice(0, twice).map(({ id }) => ({ id, state: "unknown" as const }));
      expect(conserve([...messages, ...again]).difference).toBe(0 - again.length);
    }),
  );
});
