/** Weekly free times in rows of a form: day, from, until, and how gladly. */
import { html, raw } from "hono/html";
import { levels, type WeeklyWindow, weekdays } from "../domain/availability.ts";
import { parseWindows } from "../domain/availability-text.ts";
import { accept, refuse } from "../domain/result.ts";
import { type FormFault, fieldId, type Parsed } from "./faults.ts";
import { described, type FormState, faultsBeside, optionsOf } from "./fields.ts";
import type { Html } from "./site.ts";
import { type Typed, textOf } from "./typed.ts";

const rowsMax = 60;
const rowsShown = 5;
/** Empty rows below those that are filled. */
const rowsSpare = 3;

const days = [
  { value: "", label: "Choose a day" },
  ...weekdays.map((value, index) => ({
    value,
    label: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][index]!,
  })),
];
const levelOptions = [
  { value: levels[0], label: "free" },
  { value: levels[1], label: "only if needed" },
];

/** A person's times as rows. One that runs past midnight becomes two, which means the same. */
export function typedWeekly(weekly: readonly WeeklyWindow[]): URLSearchParams {
  const state = new URLSearchParams();
  const inOrder = weekly
    .flatMap(untilMidnight)
    .sort((a, b) => weekdays.indexOf(a.day) - weekdays.indexOf(b.day) || (a.start < b.start ? -1 : 1));
  for (const [row, { day, start, end, level }] of inOrder.entries()) {
    state.set(`day-${row}`, day);
    state.set(`from-${row}`, start);
    // A clock shows the end of the day as 00:00.
    state.set(`to-${row}`, end === "24:00" ? "00:00" : end);
    state.set(`level-${row}`, level);
  }
  return state;
}

const untilMidnight = ({ endDayOffset, ...window }: WeeklyWindow): Omit<WeeklyWindow, "endDayOffset">[] => {
  if (!endDayOffset) return [window];
  const nextDay = weekdays[(weekdays.indexOf(window.day) + 1) % weekdays.length]!;
  const rest = { ...window, day: nextDay, start: "00:00" };
  return [{ ...window, end: "24:00" }, ...(window.end === "00:00" ? [] : [rest])];
};

/** The rows, with some empty ones to add to. */
export function weeklyRows(form: FormState): Html {
  const filled = filledRows(form.typed);
  const count = Math.min(rowsMax, Math.max(rowsShown, (filled.at(-1) ?? -1) + 1 + rowsSpare));
  return html`<section class="field" aria-labelledby="weekly-title">
<h2 id="weekly-title">Every week</h2>
<p class="hint">Enter the times in which you could meet. “Only if needed” is used where nothing else fits. Until 12:00 AM means until midnight. If you need more rows, fill in these first; once they are saved, your own page shows more.</p>
${faultsBeside(form, "weekly")}
<div class="rows" id="${fieldId("weekly")}">${Array.from({ length: count }, (_, row) => rowOf(form, row, filled.includes(row)))}</div>
</section>`;
}

const rowOf = (form: FormState, row: number, filled: boolean): Html => html`<fieldset>
<legend class="unseen">Weekly time ${row + 1}</legend>
<label><span>Day</span><select name="day-${row}"${described(form, { name: `day-${row}` })}>${optionsOf(days, textOf(form.typed, `day-${row}`))}</select></label>
${timeField(form, "From", `from-${row}`)}
${timeField(form, "Until", `to-${row}`)}
<label><span>How gladly</span><select name="level-${row}">${optionsOf(levelOptions, textOf(form.typed, `level-${row}`))}</select></label>
${filled ? html`<label class="choice"><input type="checkbox" name="remove-${row}" value="yes"${textOf(form.typed, `remove-${row}`) ? raw(" checked") : ""}><span>Remove</span></label>` : ""}
${faultsBeside(form, `day-${row}`)}
</fieldset>
`;

const timeField = (form: FormState, label: string, name: string): Html =>
  html`<label><span>${label}</span><input type="time" name="${name}" value="${textOf(form.typed, name)}" step="300"></label>`;

/** Rows in which anything stands. */
const filledRows = (typed: Typed): number[] =>
  Array.from({ length: rowsMax }, (_, row) => row).filter(
    (row) => textOf(typed, `day-${row}`) || textOf(typed, `from-${row}`) || textOf(typed, `to-${row}`),
  );

/** Empty and removed rows are left out. Refuses a row that is not whole, or ends before it starts. */
export function parseWeekly(typed: Typed): Parsed<WeeklyWindow[]> {
  const windows: WeeklyWindow[] = [];
  const faults: FormFault[] = [];
  for (const row of filledRows(typed)) {
    if (textOf(typed, `remove-${row}`)) continue;
    const read = parseRow(typed, row);
    if (read.ok) windows.push(...read.value);
    else faults.push({ field: `day-${row}`, sentence: `Weekly time ${row + 1}: ${read.refusal}` });
  }
  if (windows.length > rowsMax)
    faults.push({ field: "weekly", sentence: `At most ${rowsMax} weekly times can be kept.` });
  return faults.length > 0 ? refuse(faults) : accept(windows);
}

function parseRow(typed: Typed, row: number) {
  const [day, from, to] = ["day", "from", "to"].map((name) => textOf(typed, `${name}-${row}`));
  if (!weekdays.some((known) => known === day)) return refuse("choose a day.");
  if (!from || !to) return refuse("say from when and until when.");
  const end = to === "00:00" ? "24:00" : to;
  const level = textOf(typed, `level-${row}`) === "if needed" ? " if needed" : "";
  if (/^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(end) && end < from)
    return refuse(
      "it ends before it starts. For a time that runs past midnight, use one row until 12:00 AM and one from 12:00 AM of the next day.",
    );
  const read = parseWindows(`${day} ${from}-${end}${level}`);
  return read.ok ? read : refuse(read.refusal.join(" "));
}
