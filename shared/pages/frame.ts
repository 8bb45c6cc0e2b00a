/** The frame around every page: who it is from, where the reader is, one heading, and where help is. */
import { html, raw } from "hono/html";
import type { School } from "../domain/school.ts";
import type { FormFault } from "./faults.ts";
import { faultSummary } from "./faults.ts";
import type { Html } from "./site.ts";
import { style } from "./style.ts";

export type NavLink = { label: string; href: string; current?: boolean };

/** What has just happened; `refused` when it did not. */
export type Notice = { kind: "done" | "refused"; sentence: string };

export type Page = {
  school: Pick<School, "name" | "sender" | "supportServices">;
  /** The page's one heading. */
  title: string;
  /** A sentence under the heading. */
  lead?: string | undefined;
  nav?: readonly NavLink[] | undefined;
  /** Whom the page is for; shown with a way to sign out. */
  reader?: { name: string } | undefined;
  notice?: Notice | undefined;
  /** What stands wrong in the page's form. */
  faults?: readonly FormFault[] | undefined;
  body: Html | readonly Html[];
  /** Room for tables. */
  wide?: boolean;
};

/** A whole page, which works without scripts. */
export const renderPage = (page: Page): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.faults?.length ? "Please check: " : ""}${page.title} · ${page.school.name}</title>
<link rel="icon" href="${icon}">
<style>${raw(style)}</style>
</head>
<body${page.wide ? raw(' class="wide"') : ""}>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><div class="wrap">
<a class="brand" href="/">${page.school.name}</a>
${page.reader ? signedIn(page.reader) : ""}
</div></header>
${page.nav?.length ? navigation(page.nav) : ""}
<main id="main" tabindex="-1"><div class="wrap">
${page.notice ? renderNotice(page.notice) : ""}
${faultSummary(page.faults ?? [])}
<h1>${page.title}</h1>
${page.lead ? html`<p class="lead">${page.lead}</p>` : ""}
${page.body}
</div></main>
<footer><div class="wrap">
<p>Questions about the program? Write to <a href="mailto:${page.school.sender.address}">${page.school.sender.address}</a>.</p>
<h2>If you need help for yourself</h2>
<ul>${page.school.supportServices.map(({ name, contact }) => html`<li>${name}: ${contact}</li>`)}</ul>
</div></footer>
</body>
</html>
`;

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='6' cy='8' r='5' fill='%230b5a6b'/%3E%3Ccircle cx='10' cy='8' r='5' fill='%238ad0de' fill-opacity='.8'/%3E%3C/svg%3E";

const signedIn = ({ name }: { name: string }): Html => html`<div class="who"><span>${name}</span>
<form method="post" action="/sign-out"><button class="plain">Sign out</button></form></div>`;

const navigation = (
  links: readonly NavLink[],
): Html => html`<nav class="pages" aria-label="Your pages"><div class="wrap"><ul>
${links.map(
  ({ label, href, current }) =>
    html`<li><a href="${href}"${current ? raw(' aria-current="page"') : ""}>${label}</a></li>`,
)}
</ul></div></nav>`;

const renderNotice = ({ kind, sentence }: Notice): Html =>
  kind === "done"
    ? html`<div class="notice" role="status"><p>${sentence}</p></div>`
    : html`<div class="notice refused" role="alert"><p>${sentence}</p></div>`;
