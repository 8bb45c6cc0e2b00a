/** A table of many rows: it scrolls sideways on a phone, where a last column of buttons stays in sight, and long ones come in parts. */
import { html } from "hono/html";
import type { Html } from "./site.ts";

type Cell = Html | string | number;

/** The first cell of a row names it. */
export const dataTable = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Html => html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
  ([
    first,
    ...rest
  ]) => html`<tr><th scope="row">${first ?? ""}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody></table></div>`;

export const rowsOfAPart = 200;

/** One part of a long list, and links to its neighbors. `address` leads to a part by its number, counted from 1. */
export function inParts<Row>(
  rows: readonly Row[],
  wanted: string | undefined,
  address: (part: number) => string,
): { rows: readonly Row[]; links: Html | "" } {
  const parts = Math.max(1, Math.ceil(rows.length / rowsOfAPart));
  const part = Math.min(parts, Math.max(1, /^\d{1,5}$/.test(wanted ?? "") ? Number(wanted) : 1));
  const links =
    parts === 1
      ? ""
      : html`<nav aria-label="Parts of the list"><ul>
${part > 1 ? html`<li><a class="button second" href="${address(part - 1)}">Earlier rows</a></li>` : ""}
<li><span class="button plain">Part ${part} of ${parts}</span></li>
${part < parts ? html`<li><a class="button second" href="${address(part + 1)}">More rows</a></li>` : ""}</ul></nav>`;
  return { rows: rows.slice((part - 1) * rowsOfAPart, part * rowsOfAPart), links };
}
