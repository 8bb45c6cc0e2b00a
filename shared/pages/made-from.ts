/** Carries with a form what stood in it when it was opened, so that a page from before does not undo what another one has saved. */
import { html } from "hono/html";
import type { Html } from "./site.ts";
import { type Typed, textOf, textsOf } from "./typed.ts";

const name = "made-from";

/** Goes into the form. One that is shown again after a fault still carries what it was first made from. */
export const madeFromField = (typed: Typed): Html =>
  html`<input type="hidden" name="${name}" value="${carriedBy(typed) ?? String(typed)}">`;

/** The posted form, in which every field that nobody touched is as it is saved now. */
export function untouchedAsSaved(posted: Typed, saved: Typed): Typed {
  const carried = carriedBy(posted);
  // A form that does not say what it was made from is taken as it is.
  if (carried === undefined) return posted;
  const opened = new URLSearchParams(carried);
  const kept = new URLSearchParams();
  for (const field of new Set([...posted.keys(), ...saved.keys()])) {
    const untouched = linesOf(posted, field) === linesOf(opened, field);
    for (const value of textsOf(untouched ? saved : posted, field)) kept.append(field, value);
  }
  return kept;
}

const carriedBy = (typed: Typed): string | undefined =>
  typed.get(name) === null ? undefined : textOf(typed, name);

const linesOf = (typed: Typed, field: string): string =>
  textsOf(typed, field).join("\n").replaceAll("\r", "").trim();
