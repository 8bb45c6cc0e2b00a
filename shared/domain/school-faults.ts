/** Checks a school's settings and tells each wrong one in a sentence: where it stands, what it is, and the rule it breaks. */
import type * as z from "zod/mini";
import { nearestWord } from "./nearest-word.ts";
import { accept, type Result, refuse } from "./result.ts";
import type { School } from "./school.ts";
import { schoolSchema } from "./school-schema.ts";

/** `path` leads to the setting, or to where it is missing; entries of lists count from 0 in it and from 1 in the sentence. */
export type SettingFault = { path: readonly (string | number)[]; sentence: string };

export function checkSchool(settings: unknown): Result<School, SettingFault[]> {
  const checked = schoolSchema.safeParse(settings);
  return checked.success
    ? accept(checked.data)
    : refuse(checked.error.issues.flatMap((issue) => faultsOf(issue, settings)));
}

function faultsOf(issue: z.core.$ZodIssue, settings: unknown): SettingFault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownSetting([...path, key]));
  return [{ path, sentence: sentenceOf(path, path.reduce(stepInto, settings), issue.message) }];
}

function sentenceOf(path: readonly (string | number)[], value: unknown, rule: string): string {
  const name = nameOf(path);
  if (value === undefined) return `${name} is missing: it ${rule}.`;
  if (value === null) return `${name} is empty: it ${rule}.`;
  // The whole of a group, a list or a long text is no help in a sentence.
  if (typeof value === "object" || String(value).length > 80) return `${name} ${rule}.`;
  return `${name} is ${value === "" ? "empty" : value}: it ${rule}.`;
}

function unknownSetting(path: readonly (string | number)[]): SettingFault {
  const known = settingsAt(path.slice(0, -1));
  const near = nearestWord(String(path.at(-1)), known);
  const help = near ? `did you mean ${near}?` : `the settings here are ${known.join(", ")}.`;
  return { path, sentence: `${nameOf(path)} is not a setting; ${help}` };
}

/** `closedDays.from (entry 3)` */
export const nameOf = (path: readonly (string | number)[]): string => {
  if (path.length === 0) return "the file";
  const names = path.filter((step) => typeof step === "string").join(".");
  const entries = path.filter((step) => typeof step === "number").map((index) => `entry ${index + 1}`);
  return entries.length > 0 ? `${names} (${entries.join(", ")})` : names;
};

const stepInto = (value: unknown, step: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;

/** The names of the settings that a group has. */
function settingsAt(path: readonly (string | number)[]): string[] {
  let at: z.core.$ZodType = schoolSchema;
  for (const step of path) {
    at =
      typeof step === "number"
        ? (at as z.core.$ZodArray)._zod.def.element
        : (at as z.core.$ZodObject)._zod.def.shape[step]!;
    if (at._zod.def.type === "optional") at = (at as z.core.$ZodOptional)._zod.def.innerType;
  }
  return Object.keys((at as z.core.$ZodObject)._zod.def.shape);
}
