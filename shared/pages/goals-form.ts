/** A student's goals in a form: an area and the goal in the student's own words, at least one. */
import { html } from "hono/html";
import { focusAreas, type Goal, listMaxLength, textMaxLength } from "../domain/people.ts";
import { accept, refuse } from "../domain/result.ts";
import { capitalized } from "../letters/in-words.ts";
import { type FormFault, type Parsed, together } from "./faults.ts";
import { type FormState, selectField, textArea } from "./fields.ts";
import type { Html } from "./site.ts";
import { parseOneOf, parseText } from "./text-list.ts";
import { type Typed, textOf } from "./typed.ts";

const readBy = "the mentors you may be paired with, and the people who run the program.";

/** The fields of goal number `goal`, counted from 0. */
export const goalFields = (form: FormState, goal: number, title: string): Html => html`<fieldset>
<legend class="title">${title}</legend>
${selectField(form, {
  name: `area-${goal}`,
  label: "What is it about?",
  options: [
    { value: "", label: "Choose an area" },
    ...focusAreas.map((value) => ({ value, label: capitalized(value) })),
  ],
})}
${textArea(form, {
  name: `goal-${goal}`,
  label: "Your goal",
  hint: "One sentence is enough. For example: decide between pediatrics and genetics before third year.",
  most: textMaxLength,
  readBy,
  rows: 3,
})}
</fieldset>`;

export const parseGoal = (typed: Typed, goal: number): Parsed<Goal> =>
  together<Goal>({
    area: parseOneOf(typed, `area-${goal}`, focusAreas, "Choose what your goal is about."),
    text: parseText(typed, `goal-${goal}`, { most: textMaxLength, required: "Say what your goal is." }),
  });

/** Every goal that was begun; refuses when there is none. */
export function parseGoals(typed: Typed): Parsed<Goal[]> {
  const begun = Array.from({ length: listMaxLength }, (_, goal) => goal).filter(
    (goal) => textOf(typed, `goal-${goal}`) || textOf(typed, `area-${goal}`),
  );
  const goals: Goal[] = [];
  const faults: FormFault[] = [];
  for (const parsed of (begun.length > 0 ? begun : [0]).map((goal) => parseGoal(typed, goal))) {
    if (parsed.ok) goals.push(parsed.value);
    else faults.push(...parsed.refusal);
  }
  return faults.length > 0 ? refuse(faults) : accept(goals);
}
