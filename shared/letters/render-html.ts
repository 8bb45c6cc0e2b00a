/** Renders a letter's blocks as an HTML mail: readable on a phone, by night, and by a screen reader; nothing is fetched and nothing is tracked. */
import { html, raw } from "hono/html";
import { type Colors, day, night } from "./colors.ts";
import type { Footer } from "./footer.ts";
import type { Block } from "./letter.ts";
import { isWebLink } from "./web-link.ts";

type Html = ReturnType<typeof html>;

/** Inline styles are the day's colors, for mail readers that drop the style sheet; the sheet has the night's. */
export function renderHtml(subject: string, blocks: readonly Block[], footer: Footer): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>
${raw(nightSheet(night))}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:${day.page}">
<div class="page" style="background:${day.page};padding:24px 12px">
<div role="article" aria-label="${subject}" class="sheet" style="max-width:600px;margin:0 auto;padding:28px 24px;box-sizing:border-box;background:${day.sheet};border-radius:8px;color:${day.text};font:17px/1.55 Georgia,'Times New Roman',serif;overflow-wrap:anywhere">
${blocks.map(renderBlock)}
</div>
<div class="quiet" style="max-width:600px;margin:0 auto;padding:16px 24px;box-sizing:border-box;color:${day.quiet};font:14px/1.5 ${raw(sans)};overflow-wrap:anywhere">
${renderFooter(footer)}
</div>
</div>
</body>
</html>
`);
}

const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function renderBlock(block: Block): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p style="margin:0 0 16px">${lines(block.text)}</p>
`;
    case "heading":
      return html`<h2 style="margin:28px 0 8px;font:600 18px/1.35 ${raw(sans)}">${block.text}</h2>
`;
    case "facts":
      return html`<dl class="rule" style="margin:0 0 20px;padding:4px 0 4px 16px;border-left:3px solid ${day.button}">
${block.rows.map(renderFact)}</dl>
`;
    case "list":
      return html`<ul style="margin:0 0 16px;padding:0 0 0 22px">
${block.items.map((item) => html`<li style="margin:0 0 6px">${lines(item)}</li>\n`)}</ul>
`;
    case "quote":
      return html`<blockquote class="quote" style="margin:0 0 20px;padding:14px 16px;border-radius:6px;background:${day.quote}">
<p style="margin:0 0 6px">${lines(block.text)}</p>
<p class="quiet" style="margin:0;color:${day.quiet};font:15px/1.5 ${raw(sans)}">${block.from}</p>
</blockquote>
`;
    case "button":
      return html`<p style="margin:24px 0"><a class="button" href="${block.href}" style="display:inline-block;padding:13px 24px;border-radius:6px;background:${day.button};color:${day.onButton};font:600 17px/1.3 ${raw(sans)};text-decoration:none">${block.label}</a></p>
`;
    case "choices":
      return html`<p style="margin:20px 0">
${block.links.map(({ label, href }) => html`<a class="link" href="${href}" style="display:inline-block;margin:0 8px 8px 0;padding:10px 16px;border:1px solid ${day.link};border-radius:6px;color:${day.link};font:16px/1.3 ${raw(sans)};text-decoration:none">${label}</a>\n`)}</p>
`;
    case "small":
      return html`<p class="quiet" style="margin:0 0 12px;color:${day.quiet};font:15px/1.5 ${raw(sans)}">${lines(block.text)}</p>
`;
  }
}

const renderFact = ([label, value]: readonly [string, string]): Html =>
  html`<dt class="quiet" style="margin:0;color:${day.quiet};font:14px/1.5 ${raw(sans)}">${label}</dt>
<dd style="margin:0 0 8px">${isWebLink(value) ? html`<a class="link" href="${value}" style="color:${day.link}">${value}</a>` : lines(value)}</dd>
`;

const renderFooter = ({ why, sender, links }: Footer): Html =>
  html`<p style="margin:0 0 8px">${why}</p>
<p style="margin:0">${sender}</p>${links.map(
    ({ label, href }) => html`
<p style="margin:8px 0 0"><a class="link" href="${href}" style="color:${day.link}">${label}</a></p>`,
  )}`;

/** A text's own line breaks stay, escaped text between them. */
const lines = (text: string): (string | Html)[] =>
  text.split(/\r\n?|\n/).flatMap((line, index) => (index === 0 ? [line] : [raw("<br>"), line]));

// Mail readers that obey the media query need !important to win over the inline colors.
const nightSheet = (
  colors: Colors,
): string => `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:${colors.page}!important}
.sheet{background:${colors.sheet}!important;color:${colors.text}!important}
.quiet{color:${colors.quiet}!important}
.quote{background:${colors.quote}!important}
.rule{border-color:${colors.button}!important}
.link{color:${colors.link}!important;border-color:${colors.link}!important}
.button{background:${colors.button}!important;color:${colors.onButton}!important}
}`;
