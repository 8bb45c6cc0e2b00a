/** `npm run bench:init`: how quickly each function starts, beside a bare DynamoDB client, and how large its bundle is. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { catalogue } from "../../functions/catalogue.ts";
import { bundleFunctions, bundleOptions, mostBytesOf } from "../../infra/bundles/bundle-functions.ts";
import { readOptions, runCommand, wholeNumber } from "../../infra/local/command-line.ts";
import { measureImports } from "./import-cpu.ts";

/** Pages and the functions that time wakes are waited for by people. */
const ratioLimit = 1.1;
const usage = "npm run bench:init -- [--times 21]";

await runCommand(async () => {
  const given = readOptions({ times: { type: "string" } }, usage);
  await measure(wholeNumber("times", given.times, 1, 1000, 21));
});

async function measure(times: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "start-up-"));
  const metafile = await bundleFunctions(directory);
  const bare = join(directory, "bare", "index.js");
  buildSync({
    ...bundleOptions,
    stdin: {
      contents: `import { DynamoDBClient } from "@aws-sdk/client-dynamodb"; export const client = new DynamoDBClient({});`,
      resolveDir: import.meta.dirname,
    },
    outfile: bare,
  });

  const sizeLimitOf = (name: string): number => {
    const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}/index.js`))!;
    return mostBytesOf(Object.keys(output.inputs));
  };

  const functions = catalogue.map(({ name }) => join(directory, name, "index.js"));
  const measured = measureImports([bare, ...functions], times);

  let tooLarge = 0;
  console.log(`Loading a bundle in a fresh process, median of ${times}; sizes in bytes\n`);
  console.log("function              CPU ms   ratio     bytes     limit");
  for (const { bundle, medianMilliseconds, ratio } of measured) {
    const name = basename(dirname(bundle));
    const bytes = statSync(bundle).size;
    const limit = name === "bare" ? undefined : sizeLimitOf(name);
    const faults = [
      ...(ratio > ratioLimit ? [`slower than ${ratioLimit}`] : []),
      ...(limit !== undefined && bytes > limit ? ["too large"] : []),
    ];
    if (faults.includes("too large")) tooLarge++;
    console.log(
      [
        name === "bare" ? "bare DynamoDB client" : name.padEnd(20),
        medianMilliseconds.toFixed(1).padStart(7),
        ratio.toFixed(2).padStart(7),
        String(bytes).padStart(9),
        String(limit ?? "").padStart(9),
        faults.join(", "),
      ].join(" "),
    );
  }
  rmSync(directory, { recursive: true });
  // A size is a size; a time depends on what else the machine does, so it is shown and fails nothing.
  process.exitCode = tooLarge > 0 ? 1 : 0;
}
