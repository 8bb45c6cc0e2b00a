/** What a deployment may be told with `-c name=value`, and what it refuses. */
import { expect, it } from "vitest";
import { readSettings } from "../../infra/read-settings.ts";

const read = (context: Record<string, unknown>) => readSettings((name) => context[name]);

it("without any, each has a value that suits a school that begins", () => {
  expect(read({})).toEqual({
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
  expect(read({ ...others, mailsADay: "200", budget: "25" })).toEqual({ ok: true, value });
  expect(read({ ...others, mailsADay: 200, budget: 25 })).toEqual({ ok: true, value });
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
  [{ mailsADay: "many" }, "-c mailsADay=many: it must be a whole number from 1 on."],
  [{ mailsADay: "0" }, "-c mailsADay=0: it must be a whole number from 1 on."],
  [{ budget: "12.50" }, "-c budget=12.50: it must be whole US dollars a month, from 1 on."],
])("refuses %j", (context, refusal) => {
  expect(read(context)).toEqual({ ok: false, refusal });
});
