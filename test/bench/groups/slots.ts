/** The starts of a month for a thousand pairs, from their weekly windows. */
import type { BenchGroup } from "../group.ts";
import { medianOf } from "../measure.ts";

export const slots: BenchGroup = {
  name: "slots",
  title: "Slots from weekly windows",
  *rows({ quick }) {
    const told = medianOf("month-of-slots", ["1000"], quick ? 3 : 5);
    yield {
      what: "1,000 pairs, one month, people in six zones",
      found: `${told.slotsMs!.toFixed(0)} ms, ${told.starts} starts`,
      limit: "500 ms",
      kept: told.slotsMs! <= 500,
    };
  },
};
