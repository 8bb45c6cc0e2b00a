/** Forms that are one button: a thing to do, with all it needs in hidden fields. */
import { html, raw } from "hono/html";
import type { Html } from "./site.ts";

type ButtonForm = {
  action: string;
  label: string;
  /** Tells apart buttons of one label for those who do not see what stands around them; completes the label. */
  about?: string;
  second?: boolean;
  fields?: Readonly<Record<string, string | number>>;
};

/** A button that posts. */
export const buttonForm = ({ action, label, about, second, fields = {} }: ButtonForm): Html =>
  html`<form method="post" action="${action}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button${second ? raw(' class="second"') : ""}>${label}${unseen(about)}</button></form>`;

/** A link that looks like a button, to a page where more must be said. */
export const buttonLink = (href: string, label: string, about?: string): Html =>
  html`<a class="button second" href="${href}">${label}${unseen(about)}</a>`;

export const unseen = (words: string | undefined): Html | "" =>
  words ? html`<span class="unseen"> ${words}</span>` : "";
