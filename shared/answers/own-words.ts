/** Checks what somebody wrote in his or her own words before it is kept. */
import { textMaxLength } from "../domain/people.ts";
import type { FormFault } from "../pages/faults.ts";
import { type Typed, textOf } from "../pages/typed.ts";
import { refusalsInWords } from "./refusals.ts";

/** The faults of these fields: a text of more than 2,000 characters is too long. */
export const tooLong = (form: Typed, ...fields: readonly string[]): FormFault[] =>
  fields.flatMap((field) => (textOf(form, field).length > textMaxLength ? [faultOf(field, "too-long")] : []));

/** A refusal as a fault beside the field that it is about. */
export const faultOf = (
  field: string,
  refusal: "too-long" | "nothing-written" | "nothing-chosen",
): FormFault => ({
  field,
  sentence: refusalsInWords[refusal].says,
});
