/** Choices in a form: one of several as cards, several as boxes, and a scale. */
import { html, raw } from "hono/html";
import { faultsOf, fieldId } from "./faults.ts";
import { type FormState, faultsBeside, hintId } from "./fields.ts";
import type { Html } from "./site.ts";
import { textOf, textsOf } from "./typed.ts";

export type Choice = { value: string; label: string; more?: string | undefined };

type Group = { name: string; legend: string; hint?: string | undefined; choices: readonly Choice[] };

/** One of several, each on a card of its own; `many` puts them beside one another. */
export const radioCards = (form: FormState, group: Group & { required?: boolean; many?: boolean }): Html =>
  fieldset(
    form,
    group,
    html`<div class="tiles${group.many ? " many" : ""}">${group.choices.map((choice, index) =>
      choiceOf(
        "radio",
        group.name,
        choice,
        index,
        textOf(form.typed, group.name) === choice.value,
        group.required,
      ),
    )}</div>`,
  );

/** Several of several. */
export const checkboxes = (form: FormState, group: Group): Html => {
  const chosen = textsOf(form.typed, group.name);
  return fieldset(
    form,
    group,
    html`<div class="choices">${group.choices.map((choice, index) =>
      choiceOf("checkbox", group.name, choice, index, chosen.includes(choice.value)),
    )}</div>`,
  );
};

/** A number from 1 to 5, with words at both ends. */
export const scale = (form: FormState, group: Omit<Group, "choices"> & { low: string; high: string }): Html =>
  fieldset(
    form,
    group,
    html`<div class="scale">${["1", "2", "3", "4", "5"].map((value, index) => {
      const label = index === 0 ? `1, ${group.low}` : index === 4 ? `5, ${group.high}` : value;
      return choiceOf("radio", group.name, { value, label }, index, textOf(form.typed, group.name) === value);
    })}</div>`,
  );

/** One box to tick. */
export const checkbox = (form: FormState, name: string, choice: Choice): Html =>
  html`<div class="field">${faultsBeside(form, name)}${choiceOf("checkbox", name, choice, 0, textsOf(form.typed, name).includes(choice.value))}</div>`;

function fieldset(form: FormState, { name, legend, hint }: Omit<Group, "choices">, choices: Html): Html {
  const wrong = faultsOf(form.faults, name).length > 0;
  return html`<fieldset${hint ? html` aria-describedby="${hintId(name)}"` : ""}>
<legend>${legend}</legend>
${hint ? html`<span class="hint" id="${hintId(name)}">${hint}</span>` : ""}${wrong ? faultsBeside(form, name) : ""}
${choices}
</fieldset>`;
}

/** The first choice carries the field's id: the summary of faults leads there. */
const choiceOf = (
  type: "radio" | "checkbox",
  name: string,
  { value, label, more }: Choice,
  index: number,
  checked: boolean,
  required = false,
): Html => html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${
  index === 0 ? html` id="${fieldId(name)}"` : ""
}${checked ? raw(" checked") : ""}${required ? raw(" required") : ""}><span>${label}${more ? html`<small>${more}</small>` : ""}</span></label>
`;
