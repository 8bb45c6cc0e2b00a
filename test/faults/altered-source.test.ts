/** A sabotage whose line is no longer in the product says so, instead of leaving the product as it is. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sabotages, yardsticks } from "./sabotages.ts";

it.each(Object.entries({ ...sabotages, ...yardsticks }))(
  "%s: its lines stand in the product, each once",
  (_name, alterations) => {
    for (const { file, line, instead } of alterations)
      if (line === undefined) expect(readFileSync(instead, "utf8")).toContain("sendOnceMore");
      else expect(readFileSync(file, "utf8").split(line)).toHaveLength(2);
  },
);

it("refuses to load a file without the line", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const { alterSources } = await import("./test/faults/altered-source.ts");
       alterSources([{ file: "shared/domain/time.ts", line: "no such line", instead: "" }]);
       await import("./shared/domain/time.ts");`,
    ],
    { encoding: "utf8" },
  );
  expect(status).not.toBe(0);
  expect(stderr).toContain("shared/domain/time.ts does not have this line once: no such line");
});
