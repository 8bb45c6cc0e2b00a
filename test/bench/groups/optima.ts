/** Every school with a known optimum: placed and objective are the optimum, and the bound proves it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchGroup } from "../group.ts";
import { runChild } from "../measure.ts";

export const optima: BenchGroup = {
  name: "optima",
  title: "Schools whose optimum is known",
  *rows({ instances }) {
    const known = JSON.parse(readFileSync(join(instances, "optima.json"), "utf8")) as Record<
      string,
      { placed: number; objective: number }
    >;
    for (const [name, { placed, objective }] of Object.entries(known)) {
      const told = runChild("plan-file", [join(instances, `${name}.json`)]);
      yield {
        what: name,
        found: told
          ? `${told.placed} of ${told.pairs} placed, objective ${told.objective}, bound ${told.bound}`
          : "no plan",
        limit: `${placed} placed, objective ${objective}`,
        kept: told?.placed === placed && told.objective === objective && told.bound === objective,
      };
    }
  },
};
