/** Free time in a form: weekly times in rows, single dates and absences as lines of text, and the time zone they are in. */
import { html } from "hono/html";
import type { Availability } from "../domain/availability.ts";
import {
  formatAbsences,
  formatOverrides,
  packAvailability,
  parseAbsences,
  parseOverrides,
} from "../domain/availability-text.ts";
import { addDays, civilAt } from "../domain/calendar.ts";
import { type Result, refuse } from "../domain/result.ts";
import type { CivilDate, Instant, TimeZone } from "../domain/time.ts";
import { type FormFault, type Parsed, together } from "./faults.ts";
import { type FormState, textArea } from "./fields.ts";
import type { Html } from "./site.ts";
import { parseTimeZone, timeZoneField } from "./time-zone-field.ts";
import { type Typed, textOf } from "./typed.ts";
import { parseWeekly, typedWeekly, weeklyRows } from "./weekly-rows.ts";

export type FreeTimeGiven = { availability: Availability; timeZone: TimeZone };

/** The fields, without the form around them; faults stand beside what they are about. `saved` is what the form was made from. */
export const availabilityFields = (form: FormState, now: Instant, saved: FreeTimeGiven): Html => {
  const inDays = (days: number) => addDays(todayOf(now, saved), days);
  const lines = (name: string, label: string, rule: string, examples: string[]) =>
    textArea(form, {
      name,
      label,
      hint: `One a line; ${rule}. For example:`,
      examples,
      required: false,
      readBy: "nobody but the system, which uses it to find meetings. Nobody is shown your calendar.",
      rows: 3,
    });
  return html`<input type="hidden" name="made-from" value="${inShort(saved)}">
${timeZoneField(form)}
${weeklyRows(form)}
${lines("dates", "Single dates that are different", "a date replaces your weekly times of that day", [
  `${inDays(9)}: 10:00-12:00, 15:00-16:30`,
  `${inDays(16)}: off`,
])}
${lines(
  "absences",
  "When you are away",
  "both days included; the kinds are exam, on-call, holiday and away",
  [`${inDays(20)}..${inDays(24)} exam`, `${inDays(13)}T19:00..${inDays(18)}T07:00 on-call`],
)}`;
};

/** The form as it looks for free time that is already known. */
export function typedAvailability({ availability, timeZone }: FreeTimeGiven): Typed {
  const state = typedWeekly(availability.weekly);
  state.set("timeZone", timeZone);
  state.set("dates", formatOverrides(availability.overrides).replaceAll("; ", "\n"));
  state.set("absences", formatAbsences(availability.absences).replaceAll("; ", "\n"));
  return state;
}

/**
 * Refuses with sentences beside the rows and lines that cannot be read, beside days that are over, and where what is
 * saved is neither what the form was made from nor what it says: who has two pages open would lose on one what was
 * saved on the other.
 */
export function parseAvailability(typed: Typed, now: Instant, saved: FreeTimeGiven): Parsed<FreeTimeGiven> {
  const readLines = <Value>(
    field: string,
    parse: (text: string) => Result<Value, string[]>,
  ): Parsed<Value> => {
    const read = parse(textOf(typed, field));
    return read.ok ? read : refuse(read.refusal.map((sentence) => ({ field, sentence })));
  };
  const given = together({
    timeZone: parseTimeZone(typed),
    availability: together({
      weekly: parseWeekly(typed),
      overrides: readLines("dates", parseOverrides),
      absences: readLines("absences", parseAbsences),
    }),
  });
  const faults = given.ok ? daysOver(given.value, saved, todayOf(now, saved)) : given.refusal;
  // A form that does not say what it was made from is taken as it is.
  const madeFrom = textOf(typed, "made-from") || inShort(saved);
  if (![madeFrom, given.ok && inShort(given.value)].includes(inShort(saved)))
    faults.unshift({
      field: "weekly",
      sentence: `Your free time has changed since this page was opened. It is now: ${inShort(saved)}. What you typed is still here: add what it lacks, and save again.`,
    });
  return faults.length > 0 ? refuse(faults) : given;
}

/** Lines about days that are all over, as where the year is wrong; those that are saved already may stay. */
const daysOver = (given: FreeTimeGiven, saved: FreeTimeGiven, today: CivilDate): FormFault[] =>
  ["dates", "absences"].flatMap((field) => {
    const linesOf = (one: FreeTimeGiven) => textOf(typedAvailability(one), field).split("\n");
    return linesOf(given)
      .filter(
        (line) => (line.match(/\d{4}(-\d\d){2}/g)?.at(-1) ?? today) < today && !linesOf(saved).includes(line),
      )
      .map((line) => ({
        field,
        sentence: `“${line}” is over: today is ${today}. Correct the year, or remove this line.`,
      }));
  });

const todayOf = (now: Instant, { timeZone }: FreeTimeGiven): CivilDate => civilAt(now, timeZone).date;

/** Free time in one line, as the fields take it. */
const inShort = ({ availability, timeZone }: FreeTimeGiven): string =>
  [packAvailability(availability).split("|").filter(Boolean).join("; ") || "no times at all", timeZone].join(
    "; ",
  );
