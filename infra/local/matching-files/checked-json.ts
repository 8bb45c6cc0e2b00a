/** Reads values out of JSON that somebody else wrote; what does not fit is told in a sentence that says where. */
import { isUtf8 } from "node:buffer";

/** The sentence completes "FILE: …". */
export class Broken extends Error {}

export function checkUtf8(bytes: Uint8Array): void {
  if (!isUtf8(bytes)) throw new Broken("this is not text in UTF-8; save the file in that encoding.");
}

export type Group = Readonly<Record<string, unknown>>;

export function asGroup(value: unknown, where: string): Group {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Broken(`${where} must be a group of named values.`);
  return value as Group;
}

export function asList(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Broken(`${where} must be a list.`);
  return value;
}

export function asId(value: unknown, where: string): string {
  if (typeof value !== "string" || value === "") throw new Broken(`${where}: id must be a text.`);
  return value;
}

export function asWholeNumber(value: unknown, where: string, from: number, to: number): number {
  if (!Number.isInteger(value) || (value as number) < from || (value as number) > to)
    throw new Broken(`${where} must be a whole number from ${from} to ${to.toLocaleString("en-US")}.`);
  return value as number;
}

const commands: ReadonlyMap<unknown, string> = new Map([
  ["mentor-month/1", "npm run plan"],
  ["mentor-match/1", "npm run match"],
]);

/** Throws Broken for a file in another format; where another command takes that one, it is named. */
export function checkFormat({ format }: Group, wanted: string): void {
  if (format === wanted) return;
  const found = typeof format === "string" ? `“${format}”` : "none";
  const command = commands.get(format);
  throw new Broken(
    `its format must be “${wanted}”, and it says ${found}${command ? `, which \`${command}\` takes` : ""}.`,
  );
}
