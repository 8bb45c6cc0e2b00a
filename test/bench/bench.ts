/** `npm run bench`: measures planning and matching in fresh processes, in processor time, and prints one table in Markdown. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BenchGroup } from "./group.ts";
import { againstHighs } from "./groups/against-highs.ts";
import { largeSchools } from "./groups/large-schools.ts";
import { matching } from "./groups/matching.ts";
import { optima } from "./groups/optima.ts";
import { slots } from "./groups/slots.ts";
import { removeSchoolFiles } from "./school-files.ts";

const groups: readonly BenchGroup[] = [optima, largeSchools, slots, matching, againstHighs];
const golden = fileURLToPath(new URL("../domain/plan/golden", import.meta.url));
const usage = `npm run bench -- [--quick] [--full] [--only ${groups.map(({ name }) => name).join("|")}] [--instances FOLDER]`;

const given = options();
const chosen = groups.filter(({ name }) => given.only === undefined || given.only === name);
if (chosen.length === 0) stop(`There is no group "${given.only}".`);
print("| what | found | must be | |\n|---|---|---|---|");
for (const { title, rows } of chosen) {
  print(`| **${title}** | | | |`);
  for (const { what, found, limit, kept } of rows(given)) {
    print(`| ${what} | ${found} | ${limit} | ${kept === undefined ? "–" : kept ? "✓" : "✗"} |`);
    if (kept === false) process.exitCode = 1;
  }
}
removeSchoolFiles();

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function options(): { quick: boolean; full: boolean; only: string | undefined; instances: string } {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: "boolean" },
        full: { type: "boolean" },
        only: { type: "string" },
        instances: { type: "string" },
      },
    });
    const { quick = false, full = false, only, instances = golden } = values;
    if (!existsSync(join(instances, "optima.json")))
      return stop(`${instances} has no optima.json, in which the known optima stand.`);
    return { quick, full, only, instances };
  } catch (error) {
    return stop((error as Error).message.split(". ")[0]!);
  }
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence} Use: ${usage}\n`);
  process.exit(2);
}
