/** One stack for each school file: read and checked first, so that a wrong setting is a sentence and not half a deployment. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, CloudFormationValidatePlugin, type IPolicyValidationPlugin, Validations } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { packSchool } from "../shared/runtime/packed-school.ts";
import { bundleFunctions } from "./bundles/bundle-functions.ts";
import { readSettings } from "./read-settings.ts";
import { SchoolStack } from "./school-stack.ts";
import { readSchools } from "./schools/read-school.ts";

const stop: (sentences: readonly string[]) => never = (sentences) => {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exit(2);
};

// The tree of constructs and what CDK counts of them are for nobody here, and take time.
const app = new App({
  treeMetadata: false,
  analyticsReporting: false,
  builtinCloudFormationValidation: false,
});
const settings = readSettings(app.node.getAllContext());
if (!settings.ok) stop([settings.refusal]);
const { schoolsFolder } = settings.value;
const schools = readSchools(schoolsFolder);
if (!schools.ok) stop(schools.refusal.map(({ sentence }) => sentence));
// An entry that belongs to no school would leave its own school with a new, empty table.
const known = schools.value.map(({ id }) => id);
const unknown = Object.keys(settings.value.restoredTables).filter((id) => !known.includes(id));
if (unknown.length > 0)
  stop(
    unknown.map(
      (id) =>
        `restoredTables in cdk.json: there is no school “${id}” in ${schoolsFolder}; known are: ${known.join(", ")}.`,
    ),
  );
const packed = schools.value.map((school) => ({ school, packed: packSchool(school) }));
const tooLarge = packed.flatMap(({ packed }) => (packed.ok ? [] : [packed.refusal]));
if (tooLarge.length > 0) stop(tooLarge);

// All stacks are of one shape: what is wrong in fifty is wrong in five, and the check of a template takes half a second.
if (packed.length <= 5)
  Validations.of(app).addPlugins(new CloudFormationValidatePlugin() as IPolicyValidationPlugin);

const bundles = mkdtempSync(join(tmpdir(), "mentor-rounds-"));
process.on("exit", () => rmSync(bundles, { recursive: true, force: true }));
await bundleFunctions(bundles);
for (const { school, packed: one } of packed) {
  if (one.ok)
    new SchoolStack(app, {
      school,
      packedSchool: one.value,
      settings: settings.value,
      codeOf: (name) => Code.fromAsset(join(bundles, name)),
    });
}
