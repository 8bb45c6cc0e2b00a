/** `npm run bench`: measures planning and matching in fresh processes, in processor time, and prints one table in Markdown. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Mendable, readOptions, runCommand } from "../../infra/local/command-line.ts";
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

const options = {
  quick: { type: "boolean" },
  full: { type: "boolean" },
  only: { type: "string" },
  instances: { type: "string" },
} as const;

await runCommand(async () => {
  const { quick = false, full = false, only, instances = golden } = readOptions(options, usage);
  const chosen = groups.filter(({ name }) => only === undefined || only === name);
  if (chosen.length === 0) throw new Mendable(`There is no group "${only}". Use: ${usage}`);
  if (!existsSync(join(instances, "optima.json")))
    throw new Mendable(`${instances} has no optima.json, in which the known optima stand. Use: ${usage}`);
  print("| what | found | must be | |\n|---|---|---|---|");
  for (const { title, rows } of chosen) {
    print(`| **${title}** | | | |`);
    for (const { what, found, limit, kept } of rows({ quick, full, instances: resolve(instances) })) {
      print(`| ${what} | ${found} | ${limit} | ${kept === undefined ? "–" : kept ? "✓" : "✗"} |`);
      if (kept === false) process.exitCode = 1;
    }
  }
  removeSchoolFiles();
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
