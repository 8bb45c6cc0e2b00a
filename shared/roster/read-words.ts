/** Reads the cells that hold words of a fixed list: stages, kinds, focus areas and goals. */

import { nearestWord } from "../domain/nearest-word.ts";
import {
  type FocusArea,
  focusAreas,
  type Goal,
  listMaxLength,
  nameMaxLength,
  textMaxLength,
} from "../domain/people.ts";
import { inWords, quoted } from "../domain/sentence-words.ts";

/** Takes a sentence without the row's number. */
export type Complain = (what: string) => void;

const plain = (text: string): string => text.toLowerCase().replace(/[\s._-]/g, "");

/** The listed word that the cell means, whatever its case, spaces and hyphens; complains with the whole list. */
export function readWord<Word extends string>(
  cell: string,
  what: string,
  words: readonly Word[],
  complain: Complain,
): Word | undefined {
  const word = words.find((known) => plain(known) === plain(cell));
  if (word === undefined) complain(`${quoted(cell)} is not a ${what}: write ${inWords(words, "or")}.`);
  return word;
}

/** A cell's list, split at `;` or `|`; empty pieces and repetitions are left out. */
export const readList = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[;|\r\n]/)
      .map((piece) => piece.trim().replace(/\s+/g, " "))
      .filter((piece) => piece !== ""),
  ),
];

export const readFocus = (cell: string, complain: Complain): FocusArea[] => [
  ...new Set(readList(cell).flatMap((piece) => readWord(piece, "focus area", focusAreas, complain) ?? [])),
];

export function readSpecialties(cell: string, complain: Complain): string[] {
  const specialties = readList(cell);
  if (specialties.length > listMaxLength)
    complain(`names ${specialties.length} specialties; at most ${listMaxLength} can be kept.`);
  for (const name of specialties)
    if (name.length > nameMaxLength)
      complain(`the specialty ${quoted(name)} is longer than ${nameMaxLength} characters.`);
  return specialties;
}

/** `focus area: the goal`, separated by `;`. A piece without a focus area goes on with the goal before it. */
export function readGoals(cell: string, complain: Complain): Goal[] {
  const goals: Goal[] = [];
  for (const piece of cell.split(/[;\r\n]/).map((text) => text.trim())) {
    if (piece === "") continue;
    const [before, after] = splitAtColon(piece);
    const area = focusAreas.find((known) => plain(known) === plain(before));
    const last = goals.at(-1);
    if (area && after === "")
      complain(
        `${quoted(piece)} has a focus area and no goal: write it like “${area}: what you want to reach”.`,
      );
    else if (area) goals.push({ area, text: after });
    else if (last && nearestWord(before, focusAreas) === undefined) last.text += `; ${piece}`;
    else
      complain(
        `the goal ${quoted(piece)} does not begin with a focus area: write ${inWords(focusAreas, "or")}, a colon, and the goal.`,
      );
  }
  if (goals.length > listMaxLength)
    complain(`names ${goals.length} goals; at most ${listMaxLength} can be kept.`);
  for (const { text } of goals)
    if (text.length > textMaxLength)
      complain(`the goal ${quoted(text)} is longer than ${textMaxLength} characters.`);
  return goals;
}

const splitAtColon = (text: string): [string, string] => {
  const at = text.indexOf(":");
  return at < 0 ? [text, ""] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
};

/** A whole number in bounds, or 1 for an empty cell. */
export function readCapacity(cell: string, most: number, what: string, complain: Complain): number {
  if (cell === "") return 1;
  const number = /^\d{1,3}$/.test(cell) ? Number(cell) : 0;
  if (number < 1 || number > most)
    complain(`capacity is ${quoted(cell)}: ${what} is a whole number from 1 to ${most}.`);
  return number;
}
