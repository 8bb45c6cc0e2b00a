/** One stack for each school file: read and checked first, so that a wrong setting is a sentence and not half a deployment. */
import { App } from "aws-cdk-lib";
import { packSchool } from "../shared/runtime/packed-school.ts";
import { SchoolStack } from "./school-stack.ts";
import { readSchools } from "./schools/read-school.ts";

const app = new App();
/** `-c schools=DIRECTORY` takes the schools from elsewhere. */
const directory: string = app.node.tryGetContext("schools") ?? "infra/schools";
/** `-c sender=address` proves a single address instead of its domain. */
const senderProvenBy = app.node.tryGetContext("sender") === "address" ? "address" : "domain";

const stop: (sentences: readonly string[]) => never = (sentences) => {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exit(2);
};

const schools = readSchools(directory);
if (!schools.ok) stop(schools.refusal.map(({ sentence }) => sentence));
for (const school of schools.value) {
  const packed = packSchool(school);
  if (!packed.ok) stop([packed.refusal]);
  new SchoolStack(app, { school, packedSchool: packed.value, senderProvenBy });
}
