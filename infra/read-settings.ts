/** What a deployment may be told besides its schools: each is a CDK context value, given as `-c name=value`. */
import { nearestWord } from "../shared/domain/nearest-word.ts";
import { looksLikeEmail } from "../shared/domain/people.ts";
import { accept, type Result, refuse } from "../shared/domain/result.ts";
import type { SenderProof } from "./constructs/sender-identity.ts";

/** As the deployment says them; infra/constructs/sender-identity.ts makes each. */
const senderProofs = ["domain", "address", "proven"] as const satisfies readonly SenderProof[];

/** Where the schools' files are, unless a deployment or a command says otherwise. */
export const usualSchoolsFolder = "infra/schools";

export type Settings = {
  schoolsFolder: string;
  senderProof: SenderProof;
  /** While SES keeps the account in its sandbox: proven addresses that mail may go to. */
  sandboxReaders: readonly string[];
  /** Mails that SES lets this account send in 24 hours; an alarm rings at 80 % of it. */
  mailsADay: number;
  /** US dollars a month for the whole account, at which its administrators get word; none where it is left out. */
  budgetDollars: number | undefined;
  /** CloudWatch asks for money from an account's fourth dashboard on. */
  dashboard: boolean;
  /** No function runs: while a restored table is made ready. */
  asleep: boolean;
  /** Tables that came out of a backup, by school; kept in cdk.json, so that no later deployment forgets them. */
  restoredTables: Readonly<Record<string, string>>;
};

/** What a person may write; besides these, CDK and other programs of the same machine leave names of their own. */
const names = [
  "sender",
  "sandbox",
  "mailsADay",
  "budget",
  "dashboard",
  "asleep",
  "schools",
  "restoredTables",
] as const;
type Name = (typeof names)[number];

/** Refuses, in a sentence, a value that a setting cannot have, and a misspelt name, which CDK passes over in silence. */
export function readSettings(context: Readonly<Record<string, unknown>>): Result<Settings, string> {
  for (const name of Object.keys(context)) {
    const near = nearestWord(name, names);
    if (near !== undefined && near !== name)
      return refuse(`-c ${name}=${String(context[name])}: there is no such setting; did you mean ${near}?`);
  }
  const contextValue = (name: Name) => context[name];
  const text = (name: Name, otherwise: string) => String(contextValue(name) ?? otherwise);
  const senderProof = senderProofs.find((proof) => proof === text("sender", "domain"));
  if (!senderProof)
    return refuse(`-c sender=${text("sender", "")}: it must be one of ${senderProofs.join(", ")}.`);
  const sandboxReaders = text("sandbox", "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  const wrong = sandboxReaders.find((address) => !looksLikeEmail(address));
  if (wrong !== undefined)
    return refuse(`-c sandbox=${text("sandbox", "")}: it must be e-mail addresses, separated by commas.`);
  const dashboard = text("dashboard", "yes");
  if (!isYesOrNo(dashboard)) return refuse(`-c dashboard=${dashboard}: it must be yes or no.`);
  const asleep = text("asleep", "no");
  if (!isYesOrNo(asleep)) return refuse(`-c asleep=${asleep}: it must be yes or no.`);
  const restoredTables = contextValue("restoredTables") ?? {};
  if (!isNamesBySchool(restoredTables))
    return refuse(
      'restoredTables in cdk.json must name a table for each school, as in { "riverside": "riverside-restored" }.',
    );
  const tables = Object.values(restoredTables);
  const shared = tables.find((name, index) => tables.indexOf(name) !== index);
  if (shared !== undefined)
    return refuse(
      `restoredTables in cdk.json names ${shared} for two schools: each must have a table of its own, or one would write to the other's people.`,
    );
  const mailsADay = wholeNumber(contextValue("mailsADay") ?? 50_000);
  if (mailsADay === undefined)
    return refuse(`-c mailsADay=${text("mailsADay", "")}: it must be a whole number from 1 on.`);
  const budget = contextValue("budget");
  const budgetDollars = budget === undefined ? undefined : wholeNumber(budget);
  if (budget !== undefined && budgetDollars === undefined)
    return refuse(`-c budget=${text("budget", "")}: it must be whole US dollars a month, from 1 on.`);
  const schoolsFolder = text("schools", usualSchoolsFolder);
  if (schoolsFolder === "") return refuse("-c schools=: it must be the folder of the schools' files.");
  return accept({
    schoolsFolder,
    senderProof,
    sandboxReaders,
    mailsADay,
    budgetDollars,
    dashboard: dashboard === "yes",
    asleep: asleep === "yes",
    restoredTables,
  });
}

const wholeNumber = (value: unknown): number | undefined =>
  /^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : undefined;

const isYesOrNo = (text: string): boolean => text === "yes" || text === "no";

/** DynamoDB's own rule for the name of a table (API reference, CreateTable). */
const isNamesBySchool = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((name) => typeof name === "string" && /^[A-Za-z0-9_.-]{3,255}$/.test(name));
