/** The linter refuses an import that goes the wrong way, and its message says what to do instead. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Case = { in: string; code: string; teaches: string | undefined };

const decides = "shared/domain decides; it may not store, send or show.";
const onlyZod = "shared/domain knows no package but zod";
const noHost = "shared/domain decides and touches nothing: no files, no network, no host.";
const noClock = "The moment is an argument called `now`";
const serves = "shared/ serves the functions and does not know them.";
const onlyFunctions = "Only functions run on the runtime";
const noStacks = "Only infra/ builds stacks";
const anywhere = "A function cannot tell where it runs";
const withoutCdk = "The local world runs without the CDK";
const buildsIt = "A construct reads what the product is from functions/catalogue.ts";

const takes = (module: string): string => `import { a } from "${module}";\nexport const b = a;\n`;
const takesType = (module: string): string => `import type { A } from "${module}";\nexport type B = A;\n`;

const cases: readonly Case[] = [
  { in: "shared/domain", code: takes("../letters/letter.ts"), teaches: decides },
  { in: "shared/domain/lifecycle", code: takesType("../../records/keys.ts"), teaches: decides },
  { in: "shared/domain", code: `export * from "../runtime/runtime.ts";\n`, teaches: decides },
  { in: "shared/domain", code: takes("hono"), teaches: onlyZod },
  { in: "shared/domain", code: takes("zod"), teaches: onlyZod },
  { in: "shared/domain", code: takes("node:crypto"), teaches: noHost },
  { in: "shared/domain", code: "export const now = Date.now();\n", teaches: noClock },
  { in: "shared/domain", code: "export const now = new Date();\n", teaches: noClock },
  { in: "shared/domain", code: "export const zone = process.env.TZ;\n", teaches: "does not know the host" },
  { in: "shared/domain", code: "setTimeout(() => {}, 1);\n", teaches: "shared/domain never waits" },
  { in: "shared/domain", code: takes("zod/mini"), teaches: undefined },
  { in: "shared/domain/lifecycle", code: takes("../result.ts"), teaches: undefined },
  { in: "shared/domain/lifecycle", code: takes("./engine.ts"), teaches: undefined },
  ...["records", "letters", "links", "pages", "roster"].flatMap((folder): Case[] => [
    { in: `shared/${folder}`, code: takes("../../functions/catalogue.ts"), teaches: serves },
    { in: `shared/${folder}`, code: takes("../../infra/app.ts"), teaches: serves },
    { in: `shared/${folder}`, code: takesType("../runtime/runtime.ts"), teaches: onlyFunctions },
    { in: `shared/${folder}`, code: takes("aws-cdk-lib"), teaches: noStacks },
    { in: `shared/${folder}`, code: takes("../domain/time.ts"), teaches: undefined },
  ]),
  { in: "shared/runtime", code: takes("../../functions/catalogue.ts"), teaches: serves },
  { in: "shared/runtime", code: takes("../records/keys.ts"), teaches: undefined },
  { in: "functions/wake", code: takes("../../infra/local/clock.ts"), teaches: anywhere },
  { in: "functions/wake", code: takes("aws-cdk-lib/aws-lambda"), teaches: noStacks },
  { in: "functions/wake", code: takes("../../shared/runtime/runtime.ts"), teaches: undefined },
  { in: "infra/local", code: takes("aws-cdk-lib"), teaches: withoutCdk },
  { in: "infra/local", code: takes("../constructs/table.ts"), teaches: withoutCdk },
  { in: "infra/local", code: takes("../../functions/catalogue.ts"), teaches: undefined },
  { in: "infra/constructs", code: takes("../../shared/records/keys.ts"), teaches: buildsIt },
  { in: "infra/constructs", code: takes("../local/clock.ts"), teaches: buildsIt },
  { in: "infra/constructs", code: takes("zod"), teaches: buildsIt },
  { in: "infra/constructs", code: takes("aws-cdk-lib/aws-lambda"), teaches: undefined },
  { in: "infra/constructs", code: takes("../../functions/catalogue.ts"), teaches: undefined },
];

const house = mkdtempSync(join(tmpdir(), "layers-"));
/** What the linter says of each file, by its path. */
const said = new Map<string, string>();
const pathOf = (index: number): string => `${cases[index]?.in}/case-${index}.ts`;

beforeAll(() => {
  copyFileSync("biome.json", join(house, "biome.json"));
  for (const [index, { code }] of cases.entries()) {
    const path = join(house, pathOf(index));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  const biome = resolve("node_modules/.bin/biome");
  const report = outputOfFailing(biome, [
    "lint",
    "--vcs-enabled=false",
    "--colors=off",
    "--max-diagnostics=none",
    ".",
  ]);
  for (const part of report.split(/^(?=\S+\.ts:\d+:\d+ )/m)) {
    const path = /^(\S+\.ts):/.exec(part)?.[1];
    if (path) said.set(path, (said.get(path) ?? "") + part);
  }
});
afterAll(() => rmSync(house, { recursive: true }));

function outputOfFailing(command: string, args: string[]): string {
  try {
    execFileSync(command, args, { cwd: house, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    if (status === 1) return stdout + stderr;
    throw error;
  }
  throw new Error("The linter found nothing to say about the offending files.");
}

describe("imports go one way", () => {
  it.each(cases.map((example, index) => ({ ...example, index })))("in $in: $code", ({ index, teaches }) => {
    const words = said.get(pathOf(index));
    if (teaches === undefined) expect(words).toBeUndefined();
    else expect(words).toContain(teaches);
  });
});
