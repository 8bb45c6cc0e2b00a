/** Nobody left out: of all that could be chosen, none has more students with a mentor, then more pairs, then a better score. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { leaveNobodyOut } from "../../../shared/domain/matching/nobody-left-out.ts";
import { anyLists, everyMatching, keepsTheRules, worthOf } from "./any-lists.ts";

test("as trying everything finds", () => {
  fc.assert(
    fc.property(anyLists({ students: 5, mentors: 4, mostWanted: 3 }), (lists) => {
      const chosen = leaveNobodyOut(lists);
      expect(keepsTheRules(lists, chosen)).toBe(true);
      let best = [0, 0, 0];
      for (const other of everyMatching(lists)) {
        const worth = worthOf(lists, other);
        const at = worth.findIndex((value, place) => value !== best[place]);
        if (at >= 0 && worth[at]! > best[at]!) best = worth;
      }
      expect(worthOf(lists, chosen)).toEqual(best);
    }),
    { numRuns: 300 },
  );
});
