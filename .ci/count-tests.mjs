/** Ends a run: names the steps that broke, then counts the tests of vitest's report in one line that any CI can read. */
import { readFileSync } from "node:fs";

const [report, ...broken] = process.argv.slice(2);

/** What vitest wrote; nothing, when it did not come so far. */
const counts = () => {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return {};
  }
};
const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = counts();
const skipped = numPendingTests + numTodoTests;

// A step that broke is a failure of its own; the step "tests" is counted by its tests, or as one when none is to blame.
const besides = broken.filter((step) => step !== "tests" || numFailedTests === 0).length;
const nothingRan = passed + numFailedTests === 0 && besides === 0 ? 1 : 0;
const failed = numFailedTests + besides + nothingRan;

for (const step of broken) console.log(`Broken: ${step}`);
if (passed + numFailedTests === 0) console.log("Broken: no test ran");
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 ? 1 : 0;
