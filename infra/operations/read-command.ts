/** Reads an administrator's command line: which command, for which school, where the school lives, and how to go about it. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { School } from "../../shared/domain/school.ts";
import { Mendable, readWords } from "../local/command-line.ts";
import { findSchool } from "../schools/read-school.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";

const common = {
  local: { type: "boolean" },
  world: { type: "string" },
  profile: { type: "string" },
  region: { type: "string" },
  schools: { type: "string" },
  json: { type: "boolean" },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean" },
} as const;

export type Command = {
  name: string;
  operation: Operation;
  school: School;
  what: string;
  where: { local: true; directory: string | undefined } | { local: false; profile?: string; region?: string };
  options: Readonly<Record<string, string | undefined>>;
  json: boolean;
  dryRun: boolean;
  yes: boolean;
};

/** Throws Mendable with one sentence for whatever is not right. */
export function readCommand(words: readonly string[]): Command {
  const name = nameIn(words);
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation)
    throw new Mendable(`${name === "" ? "Say what to do" : `There is no command "${name}"`}.\n${manual()}`);
  const { values, positionals } = parse(name, operation, words);
  const [, schoolId, what, tooMuch] = positionals;
  if (!schoolId) throw new Mendable(`Say for which school. Use: ${usageOf(name, operation)}`);
  if (operation.takes && !what)
    throw new Mendable(`${operation.takes} is missing. Use: ${usageOf(name, operation)}`);
  const surplus = operation.takes ? tooMuch : what;
  if (surplus !== undefined) throw new Mendable(`"${surplus}" is too much. Use: ${usageOf(name, operation)}`);
  const local = values.local === true || values.world !== undefined;
  if (local && (values.profile !== undefined || values.region !== undefined))
    throw new Mendable(
      "--local and --world are for a world on this machine, --profile and --region for AWS: choose one.",
    );
  return {
    name,
    operation,
    school: schoolOf(schoolId, values.schools as string | undefined),
    what: what ?? "",
    where: local
      ? { local: true, directory: values.world as string | undefined }
      : {
          local: false,
          ...(values.profile !== undefined && { profile: values.profile as string }),
          ...(values.region !== undefined && { region: values.region as string }),
        },
    options: Object.fromEntries(
      Object.keys(operation.options ?? {}).map((option) => [option, values[option] as string | undefined]),
    ),
    json: values.json === true,
    dryRun: values["dry-run"] === true,
    yes: values.yes === true,
  };
}

/** The first word that is neither an option nor its value; empty when there is none. */
function nameIn(words: readonly string[]): string {
  const options = Object.assign({}, common, ...Object.values(operations).map(ownOf)) as typeof common;
  const { positionals } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true });
  return positionals[0] ?? "";
}

/** The options that only this command has. */
const ownOf = ({ options = {} }: Operation) =>
  Object.fromEntries(Object.keys(options).map((option) => [option, { type: "string" as const }]));

function parse(name: string, operation: Operation, words: readonly string[]) {
  const { values, positionals } = readWords({
    options: { ...common, ...ownOf(operation) },
    usage: usageOf(name, operation),
    words,
    allowPositionals: true,
  });
  return { values: values as Record<string, string | boolean | undefined>, positionals };
}

const ourSchools = fileURLToPath(new URL("../schools/", import.meta.url));

function schoolOf(id: string, directory = ourSchools): School {
  const school = findSchool(directory, id);
  if (school.ok) return school.value;
  throw new Mendable(school.refusal.map(({ sentence }) => sentence).join("\n"));
}

export const usageOf = (name: string, { takes, options = {} }: Operation): string =>
  [
    `npm run ops -- ${name} SCHOOL`,
    takes,
    ...Object.entries(options).map(([option, value]) => `[--${option} ${value}]`),
    "[--local | --world DIR | --profile NAME --region NAME] [--schools FOLDER] [--json] [--dry-run] [--yes]",
  ]
    .filter(Boolean)
    .join(" ");

/** All commands, one paragraph each. */
export const manual = (): string =>
  Object.entries(operations)
    .map(([name, operation]) => `${operation.does}\n  ${usageOf(name, operation)}`)
    .join("\n");
