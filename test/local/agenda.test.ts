/** The agenda gives back what stands on it by its instant, and at one instant in the order in which it was put down; what is taken off does not come. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, openAgenda } from "../../infra/local/agenda.ts";

test("any entries, some of them taken off again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.integer({ min: 0, max: 9 }), stays: fc.boolean() })),
      (wanted) => {
        const agenda = openAgenda<number>();
        const entries = wanted.map(({ at }, index) => agenda.add(at, index));
        for (const [index, { stays }] of wanted.entries())
          if (!stays) agenda.remove(entries[index] as Entry<number>);
        const expected = wanted
          .flatMap(({ at, stays }, index) => (stays ? [{ at, value: index }] : []))
          .sort((one, other) => one.at - other.at || one.value - other.value);
        expect(agenda.all().map(({ at, value }) => ({ at, value }))).toEqual(expected);
        const taken: { at: number; value: number }[] = [];
        while (agenda.nextAt() !== undefined) {
          const at = agenda.nextAt() as number;
          taken.push({ at, value: agenda.take()?.value as number });
        }
        expect(taken).toEqual(expected);
        expect(agenda.take()).toBeUndefined();
      },
    ),
  );
});
