/** What is deployed does what the sources do, within the same rights: the bundles play the month, each in a process of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { catalogue } from "../../../functions/catalogue.ts";
import { bundleFunctions } from "../../../infra/bundles/bundle-functions.ts";
import { stacksOf } from "../stack-of.ts";
import { deployed } from "./deployed.ts";
import { startBundles } from "./deployed-bundles.ts";
import { verdictOn } from "./policy.ts";
import { tellBusyMonth } from "./told-month.ts";

it("with clocks an hour slow, sends the same mails at the same minutes, by rights of its own, and fails at nothing", async () => {
  const school = deployed(stacksOf("riverside")[0]!);
  const directory = mkdtempSync(join(tmpdir(), "bundles-"));
  await bundleFunctions(directory);
  const bundles = await startBundles(directory, school);
  try {
    const { asked, calls, faults, mails } = await tellBusyMonth(school, bundles.staged);
    expect(faults).toEqual([]);
    expect(mails).toEqual((await tellBusyMonth(school)).mails);
    expect(catalogue.filter(({ name }) => calls[name] === 0)).toEqual([]);
    expect(new Set(asked.map(({ by }) => by))).toEqual(new Set(catalogue.map(({ name }) => name)));
    expect(
      asked.filter(
        ({ by, ask }) => verdictOn(ask, school.statementsOf(school.idOf(by, "Role"))) !== "allowed",
      ),
    ).toEqual([]);
  } finally {
    bundles.close();
    rmSync(directory, { recursive: true });
  }
}, 180_000);
