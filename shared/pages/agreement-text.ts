/** The school's agreement as a page shows it: its paragraphs, in its own words. */
import { html } from "hono/html";
import type { School } from "../domain/school.ts";
import type { Html } from "./site.ts";

/** A blank line in the school's text begins a new paragraph. */
export const agreementText = ({ agreement }: Pick<School, "agreement">): Html =>
  html`<section class="card">${agreement.split(/\n\s*\n/).map((part) => html`<p>${part.trim()}</p>`)}</section>`;
