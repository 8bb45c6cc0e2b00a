/** What stands in a form: as a person typed it, or as the school knows it before anybody types. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/** The fields of a form by name; a browser's post and a `URLSearchParams` both are one. */
export type Typed = {
  get: (name: string) => string | Blob | null;
  getAll: (name: string) => (string | Blob)[];
  keys: () => Iterable<string>;
};

export const nothingTyped: Typed = new URLSearchParams();

/** A field's text without space around it and with plain line breaks; empty when it is not there. */
export function textOf(typed: Typed, name: string): string {
  const value = typed.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "").replace(/\r\n?/g, "\n").trim() : "";
}

/** All values of a field that may be chosen more than once. */
export const textsOf = (typed: Typed, name: string): string[] =>
  typed.getAll(name).flatMap((value) => (typeof value === "string" ? [value] : []));

/** Form state with these values; undefined leaves a field empty. */
export function typedOf(
  values: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): Typed {
  const state = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    for (const one of typeof value === "object" ? value : [String(value)]) state.append(name, one);
  }
  return state;
}

/** What a browser posted. A body that is no form is answered with 400. */
export async function readPosted(context: Context): Promise<Typed> {
  const type = context.req.header("content-type") ?? "";
  if (type === "" && (await context.req.arrayBuffer()).byteLength === 0) return nothingTyped;
  try {
    return await context.req.formData();
  } catch {
    throw new HTTPException(400, { message: "not-a-form" });
  }
}
