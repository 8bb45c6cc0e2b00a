/** What a deployment may be told with `-c name=value`, and what it refuses. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSettings } from "../../infra/read-settings.ts";

it("without any, each has a value that suits a school that begins", () => {
  expect(readSettings({})).toEqual({
    ok: true,
    value: {
      schoolsFolder: "infra/schools",
      senderProof: "domain",
      sandboxReaders: [],
      mailsADay: 50_000,
      budgetDollars: undefined,
      dashboard: true,
      asleep: false,
      restoredTables: {},
    },
  });
});

it("takes each as the command line gives it, in text, or as cdk.json does, in numbers", () => {
  const value = {
    schoolsFolder: "/home/me/schools",
    senderProof: "proven",
    sandboxReaders: ["me@example.edu", "you@example.edu"],
    mailsADay: 200,
    budgetDollars: 25,
    dashboard: false,
    asleep: true,
    restoredTables: { riverside: "riverside-restored" },
  };
  const others = {
    schools: "/home/me/schools",
    sender: "proven",
    sandbox: "me@example.edu, you@example.edu",
    dashboard: "no",
    asleep: "yes",
    restoredTables: { riverside: "riverside-restored" },
  };
  expect(readSettings({ ...others, mailsADay: "200", budget: "25" })).toEqual({ ok: true, value });
  expect(readSettings({ ...others, mailsADay: 200, budget: 25 })).toEqual({ ok: true, value });
});

it.each([
  [{ sender: "shared" }, "-c sender=shared: it must be one of domain, address, proven."],
  [
    { sandbox: "me@example.edu;you" },
    "-c sandbox=me@example.edu;you: it must be e-mail addresses, separated by commas.",
  ],
  [{ dashboard: "maybe" }, "-c dashboard=maybe: it must be yes or no."],
  [{ asleep: "soon" }, "-c asleep=soon: it must be yes or no."],
  [
    { restoredTables: "riverside-restored" },
    'restoredTables in cdk.json must name a table for each school, as in { "riverside": "riverside-restored" }.',
  ],
  [
    { restoredTables: { riverside: "no table" } },
    'restoredTables in cdk.json must name a table for each school, as in { "riverside": "riverside-restored" }.',
  ],
  [
    { restoredTables: { riverside: "restored", harbour: "harbour-restored", metro: "restored" } },
    "restoredTables in cdk.json names restored for two schools: each must have a table of its own, or one would write to the other's people.",
  ],
  [{ schools: "" }, "-c schools=: it must be the folder of the schools' files."],
  [{ aslep: "yes" }, "-c aslep=yes: there is no such setting; did you mean asleep?"],
  [{ school: "/home/me" }, "-c school=/home/me: there is no such setting; did you mean schools?"],
  [{ mailsaday: 200 }, "-c mailsaday=200: there is no such setting; did you mean mailsADay?"],
  [{ mailsADay: "many" }, "-c mailsADay=many: it must be a whole number from 1 on."],
  [{ mailsADay: "0" }, "-c mailsADay=0: it must be a whole number from 1 on."],
  [{ budget: "12.50" }, "-c budget=12.50: it must be whole US dollars a month, from 1 on."],
])("refuses %j", (context, refusal) => {
  expect(readSettings(context)).toEqual({ ok: false, refusal });
});

it("leaves alone what is CDK's own or another program's", () => {
  const { context } = JSON.parse(readFileSync("cdk.json", "utf8")) as { context: Record<string, unknown> };
  const others = { ...context, "aws:cdk:bundling-stacks": ["**"], environment: "test" };
  expect(readSettings(others)).toEqual(readSettings({}));
});
