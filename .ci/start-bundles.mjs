/** Starts each bundle of cdk.out as Lambda would: alone, without settings. Each must ask for its environment and nothing else. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Out here no package.json says which kind of module a file is.
const alone = mkdtempSync(join(tmpdir(), "bundles-"));
const bundles = globSync("cdk.out/asset.*/index.js");
// One for each function, whatever the number of schools: they share them.
let broken = bundles.length === globSync("functions/*/index.ts").length ? 0 : 1;

for (const bundle of bundles) {
  const file = join(alone, bundle.replaceAll("/", "-"));
  cpSync(bundle, file);
  const program = `const { handler } = require(${JSON.stringify(file)});
    (async () => handler({}))().catch((fault) => console.log(fault.message));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", program], { encoding: "utf8", env: {} });
  if (/^The environment variable [A-Z_]+ is missing/.test(stdout)) continue;
  broken++;
  console.error(`${bundle} does not start:\n${stdout}${stderr}`);
}
rmSync(alone, { recursive: true });
console.log(`${bundles.length} bundles, ${broken} of them broken`);
process.exitCode = broken > 0 || !existsSync("cdk.out/manifest.json") ? 1 : 0;
