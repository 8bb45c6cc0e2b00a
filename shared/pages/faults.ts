/** What is wrong in a form, said in sentences: at the top of the page and beside each field. */
import { html } from "hono/html";
import { accept, type Result, refuse } from "../domain/result.ts";
import type { Html } from "./site.ts";

/** `field` is the name of the field that the sentence is about. */
export type FormFault = { field: string; sentence: string };

/** The id of a field's control, where the summary at the top leads. */
export const fieldId = (name: string): string => `field-${name}`;

/** The list at the top of the page; nothing when all is well. */
export const faultSummary = (faults: readonly FormFault[]): Html | "" =>
  faults.length === 0
    ? ""
    : html`<section class="faults" role="alert" aria-labelledby="faults-title">
<h2 id="faults-title">Nothing was saved yet. Please look at this again:</h2>
<ul>${faults.map(({ field, sentence }) => html`<li><a href="#${fieldId(field)}">${sentence}</a></li>`)}</ul>
</section>`;

/** The sentences about one field. */
export const faultsOf = (faults: readonly FormFault[], field: string): string[] =>
  faults.flatMap((fault) => (fault.field === field ? [fault.sentence] : []));

export type Parsed<Value> = Result<Value, FormFault[]>;

/** All parts of a form together: every value, or the faults of every part in the order of the form. */
export function together<Values extends Record<string, unknown>>(
  parts: {
    [Name in keyof Values]: Parsed<Values[Name]>;
  },
): Parsed<Values> {
  const results = Object.entries(parts) as [keyof Values, Parsed<Values[keyof Values]>][];
  const faults = results.flatMap(([, part]) => (part.ok ? [] : part.refusal));
  if (faults.length > 0) return refuse(faults);
  const values = results.map(([name, part]) => [name, part.ok ? part.value : undefined]);
  return accept(Object.fromEntries(values) as Values);
}
