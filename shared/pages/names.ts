/** People's names in running text: each has a direction of its own, so that a Hebrew name does not reorder the times beside it. */
import { html } from "hono/html";
import type { Html } from "./site.ts";

/** A name set apart from the text around it (HTML 4.5.24, the bdi element). */
export const isolated = (name: string): Html => html`<bdi>${name}</bdi>`;

/** Stands where the name comes; no form lets anybody type it. */
const gap = "\0";

/** A plain sentence with a name in it, once or more often. `say` is given what stands for the name. */
export const aroundName = (name: string, say: (name: string) => string): Html =>
  html`${say(gap)
    .split(gap)
    .map((text, index) => html`${index > 0 ? isolated(name) : ""}${text}`)}`;
