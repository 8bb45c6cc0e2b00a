/** Schools of 20,000 and 100,000 students, planned in a fresh process to the proven optimum. */
import type { BenchGroup } from "../group.ts";
import { medianOf } from "../measure.ts";
import { schoolFile } from "../school-files.ts";

const classes = ["easy", "medium", "tight", "protected"] as const;
const limits = [
  { students: 20_000, planMs: 500, peakMiB: 256 },
  { students: 100_000, planMs: 1_500, peakMiB: undefined },
] as const;

export const largeSchools: BenchGroup = {
  name: "large",
  title: "Large schools, cold: processor time to plan, and the memory of the whole process",
  *rows({ quick }) {
    for (const { students, planMs, peakMiB } of quick ? limits.slice(0, 1) : limits) {
      for (const name of classes) {
        const told = medianOf("plan-file", [schoolFile(name, students)], quick ? 1 : 3);
        const proven = told.objective === told.bound;
        yield {
          what: `${name}, ${students.toLocaleString("en-US")} students`,
          found: `${told.planMs!.toFixed(0)} ms (${told.wholeMs!.toFixed(0)} ms with start and reading), ${told.peakMiB!.toFixed(0)} MiB; ${told.placed} of ${told.pairs} placed, ${proven ? "proven" : "with a gap"}`,
          limit: `${planMs} ms${peakMiB ? `, ${peakMiB} MiB` : ""}`,
          kept: proven && told.planMs! <= planMs && (!peakMiB || told.peakMiB! <= peakMiB),
        };
      }
    }
  },
};
