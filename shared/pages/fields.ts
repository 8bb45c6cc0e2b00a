/** Fields of a form: each with its label, what it is for, and what is wrong with it. */
import { html, raw } from "hono/html";
import { type FormFault, faultsOf, fieldId } from "./faults.ts";
import type { Html } from "./site.ts";
import { type Typed, textOf } from "./typed.ts";

/** A form as it stands: what is typed in it, and what is wrong with that. */
export type FormState = { typed: Typed; faults: readonly FormFault[] };

type Field = {
  name: string;
  label: string;
  hint?: string | Html | undefined;
  required?: boolean;
  /** Most characters. */
  most?: number;
};

type TextField = Field & {
  type?: "text" | "email" | "number" | "time" | "month";
  /** What a browser may fill in by itself (WCAG 1.3.5). */
  autocomplete?: "name" | "email";
  short?: boolean;
  range?: { from: number; to: number };
};

export const textField = (form: FormState, field: TextField): Html => html`<div class="field">
${labelOf(form, field)}
<input type="${field.type ?? "text"}"${field.short ? raw(' class="short"') : ""} name="${field.name}" value="${textOf(form.typed, field.name)}"${described(form, field)}${limits(field)}${
  field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ""
}${field.range ? html` min="${field.range.from}" max="${field.range.to}"` : ""}>
</div>`;

/** A field for somebody's own words. `readBy` completes "Who reads this:". */
export const textArea = (
  form: FormState,
  field: Field & { readBy: string; rows?: number; examples?: readonly string[] },
): Html => {
  const examples = field.examples?.map((example) => html`<code>${example}</code>`) ?? "";
  const hint = html`${field.hint ? html`${field.hint}${examples} ` : ""}Who reads this: ${field.readBy}`;
  const told = { ...field, hint };
  return html`<div class="field">
${labelOf(form, told)}
<textarea name="${field.name}" rows="${field.rows ?? 4}"${described(form, told)}${limits(field)}>
${textOf(form.typed, field.name)}</textarea>
</div>`;
};

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: readonly Option[] };

/** A list to choose one from. */
export const selectField = (
  form: FormState,
  field: Field & { options: readonly (Option | OptionGroup)[]; short?: boolean },
): Html => html`<div class="field">
${labelOf(form, field)}
<select${field.short ? raw(' class="short"') : ""} name="${field.name}"${described(form, field)}>
${optionsOf(field.options, textOf(form.typed, field.name))}</select>
</div>`;

export const optionsOf = (options: readonly (Option | OptionGroup)[], chosen: string): Html[] =>
  options.map((option) =>
    "options" in option
      ? html`<optgroup label="${option.label}">${optionsOf(option.options, chosen)}</optgroup>`
      : html`<option value="${option.value}"${option.value === chosen ? raw(" selected") : ""}>${option.label}</option>
`,
  );

/** The id by which a field points to its hint and its faults. */
export const hintId = (name: string): string => `${fieldId(name)}-hint`;
const faultId = (name: string): string => `${fieldId(name)}-fault`;

const labelOf = (form: FormState, { name, label, hint, required }: Field): Html =>
  html`<label for="${fieldId(name)}">${label}${required === false ? " (optional)" : ""}</label>
${hint ? html`<span class="hint" id="${hintId(name)}">${hint}</span>` : ""}${faultsBeside(form, name)}`;

/** What is wrong with a field, beside it. */
export const faultsBeside = (form: FormState, name: string): Html | "" => {
  const sentences = faultsOf(form.faults, name);
  return sentences.length === 0
    ? ""
    : html`<span class="fault" id="${faultId(name)}">${sentences.map((sentence) => html`${sentence} `)}</span>`;
};

/** A control's id, and what describes it. */
export const described = (form: FormState, { name, hint }: Pick<Field, "name" | "hint">): Html => {
  const wrong = faultsOf(form.faults, name).length > 0;
  const by = [hint ? hintId(name) : "", wrong ? faultId(name) : ""].filter(Boolean).join(" ");
  return html` id="${fieldId(name)}"${by ? html` aria-describedby="${by}"` : ""}${wrong ? raw(' aria-invalid="true"') : ""}`;
};

const limits = ({ required, most }: Field): Html =>
  html`${required ? raw(" required") : ""}${most ? html` maxlength="${most}"` : ""}`;
