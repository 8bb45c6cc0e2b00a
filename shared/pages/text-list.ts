/** Lists and texts that people write into one field. */
import { accept, refuse } from "../domain/result.ts";
import type { Parsed } from "./faults.ts";
import { type Typed, textOf } from "./typed.ts";

type Limits = { most: number; required?: string };

/** A text of at most `most` characters; `required` is the sentence for an empty one. */
export function parseText(typed: Typed, field: string, { most, required }: Limits): Parsed<string> {
  const text = textOf(typed, field);
  if (text === "" && required) return refuse([{ field, sentence: required }]);
  if (text.length > most)
    return refuse([
      {
        field,
        sentence: `This is ${text.length.toLocaleString("en-US")} characters long; at most ${most.toLocaleString("en-US")} can be kept.`,
      },
    ]);
  return accept(text);
}

/** Entries between commas, semicolons or line breaks, each once. */
export function parseList(
  typed: Typed,
  field: string,
  { entries, characters }: { entries: number; characters: number },
): Parsed<string[]> {
  const list = [
    ...new Set(
      textOf(typed, field)
        .split(/[,;\n]/)
        .map((entry) => entry.replace(/\s+/g, " ").trim())
        .filter(Boolean),
    ),
  ];
  if (list.length > entries) return refuse([{ field, sentence: `Name at most ${entries}.` }]);
  const long = list.find((entry) => entry.length > characters);
  return long === undefined
    ? accept(list)
    : refuse([{ field, sentence: `“${long.slice(0, 40)}…” is longer than ${characters} characters.` }]);
}

/** One of a closed list of words. */
export function parseOneOf<const Word extends string>(
  typed: Typed,
  field: string,
  words: readonly Word[],
  sentence: string,
): Parsed<Word> {
  const found = words.find((word) => word === textOf(typed, field));
  return found === undefined ? refuse([{ field, sentence }]) : accept(found);
}

/** A whole number in a range. */
export function parseNumber(typed: Typed, field: string, from: number, to: number): Parsed<number> {
  const text = textOf(typed, field);
  const number = Number(text);
  return /^\d{1,3}$/.test(text) && number >= from && number <= to
    ? accept(number)
    : refuse([{ field, sentence: `Enter a whole number from ${from} to ${to}.` }]);
}
