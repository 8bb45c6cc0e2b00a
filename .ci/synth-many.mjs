/** Fifty schools are synthesised without an account, in time, and share their code. */
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const schools = 50;
const secondsMost = 20;

const place = mkdtempSync(join(tmpdir(), "many-schools-"));
const [folder, out] = [join(place, "schools"), join(place, "out")];
mkdirSync(folder);
const riverside = readFileSync("infra/schools/riverside.yaml", "utf8");
for (let number = 1; number <= schools; number++) {
  const id = `school-${number}`;
  writeFileSync(
    join(folder, `${id}.yaml`),
    riverside.replace("id: riverside", `id: ${id}`).replaceAll("riverside.example", `${id}.example`),
  );
}
const { AWS_PROFILE, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...env } = process.env;
const began = performance.now();
const { context } = JSON.parse(readFileSync("cdk.json", "utf8"));
const { status } = spawnSync(process.execPath, ["infra/app.ts"], {
  stdio: ["ignore", "inherit", "inherit"],
  env: {
    ...env,
    CDK_OUTDIR: out,
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, schools: folder }),
  },
});
const seconds = (performance.now() - began) / 1000;
const templates = globSync(join(out, "*.template.json")).length;
const bundles = globSync(join(out, "asset.*")).length;
const functions = globSync("functions/*/index.ts").length;
rmSync(place, { recursive: true });

const faults = [
  ...(status === 0 && templates === schools ? [] : [`${templates} of ${schools} schools were synthesised`]),
  ...(bundles === functions
    ? []
    : [`${bundles} bundles for ${functions} functions: schools do not share them`]),
];
console.log(
  `${templates} schools in ${seconds.toFixed(1)} s (at most ${secondsMost} s are meant) with ${bundles} bundles${faults.length > 0 ? `: ${faults.join("; ")}` : ""}`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
