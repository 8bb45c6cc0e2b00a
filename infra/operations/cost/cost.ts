/** `npm run cost`: what a school of so many pairs costs in a month on AWS, by service, and what dominates. */
import { readFileSync, writeFileSync } from "node:fs";
import { Mendable, readOptions, runCommand, wholeNumber } from "../../local/command-line.ts";
import { billFor } from "./bill.ts";
import { billInWords } from "./bill-in-words.ts";
import type { Measured } from "./measure.ts";
import { prices } from "./prices.ts";

const usage = "npm run cost -- [--pairs 500] [--json] | --measure";
const options = {
  pairs: { type: "string" },
  json: { type: "boolean" },
  measure: { type: "boolean" },
} as const;
const file = new URL("measured.json", import.meta.url);

await runCommand(async () => {
  const given = readOptions(options, usage);
  if (given.measure) {
    if (given.pairs !== undefined || given.json) throw new Mendable(`--measure stands alone. Use: ${usage}`);
    process.stderr.write("Five months of a school are played; it takes about a minute.\n");
    const { measure } = await import("./measure.ts");
    const measured = await measure();
    writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
    process.stdout.write(
      `Measured with ${measured.pairs} pairs; written to infra/operations/cost/measured.json.\n`,
    );
    return;
  }
  const pairs = wholeNumber("pairs", given.pairs, 1, 1_000_000, 500);
  const measured = JSON.parse(readFileSync(file, "utf8")) as Measured;
  const bill = billFor(pairs, measured);
  const { asOf, region, currency } = prices;
  process.stdout.write(
    given.json
      ? `${JSON.stringify({ prices: { asOf, region, currency }, ...bill })}\n`
      : billInWords(bill, measured),
  );
});
