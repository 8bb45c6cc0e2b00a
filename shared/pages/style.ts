/** The one style sheet of all pages: calm, readable from 320 px up, by day and by night. */
import { createHash } from "node:crypto";
import { type Colors, day, night } from "../letters/colors.ts";

const faultByDay = "#a3241b";
const faultByNight = "#ffb4a9";

const palette = (colors: Colors, fault: string): string =>
  `--page:${colors.page};--sheet:${colors.sheet};--text:${colors.text};--quiet:${colors.quiet};--rule:${colors.rule};--link:${colors.link};--button:${colors.button};--on-button:${colors.onButton};--quote:${colors.quote};--fault:${fault}`;

export const style = `
:root{color-scheme:light dark;${palette(day, faultByDay)}}
@media (prefers-color-scheme:dark){:root{${palette(night, faultByNight)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1.0625rem/1.55 -apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:break-word}
.wrap{max-width:46rem;margin:0 auto;padding:0 1rem}
.wide .wrap{max-width:68rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;z-index:1;background:var(--sheet);padding:.7rem 1rem}
header.top{background:var(--sheet);border-bottom:1px solid var(--rule)}
header.top .wrap{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 1rem;padding-top:.5rem;padding-bottom:.5rem}
.brand{display:inline-flex;align-items:center;min-height:44px;color:var(--text);font-weight:650;text-decoration:none}
.who{color:var(--quiet);font-size:.9375rem;display:flex;flex-wrap:wrap;align-items:center;gap:0 .75rem;min-width:0;overflow-wrap:anywhere}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem}
nav.pages{background:var(--sheet);border-bottom:1px solid var(--rule)}
nav.pages a{display:flex;align-items:center;min-height:44px;padding:0 .75rem 3px;color:var(--quiet);text-decoration:none}
nav.pages ul{margin:0 -.75rem}
nav.pages a:hover{color:var(--text);text-decoration:underline}
nav.pages a[aria-current]{color:var(--text);font-weight:600;padding-bottom:0;border-bottom:3px solid var(--button)}
main{padding:1.75rem 0 3rem}
main:focus{outline:none}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .75rem}
h3{font-size:1.0625rem;margin:0 0 .25rem}
p{margin:0 0 1rem}
main form{margin:0 0 1.5rem}
ul,ol{padding-left:1.25rem}
.lead{color:var(--quiet);margin-top:-.5rem}
.quiet,.hint{color:var(--quiet)}
.hint,small{font-size:.9375rem}
.hint{display:block;margin:0 0 .35rem}
.hint code{display:block}
code{font-size:.9375em}
.card,.scroll,.figures li{background:var(--sheet);border:1px solid var(--rule);border-radius:12px}
.card{padding:1.125rem 1.25rem;margin:0 0 1rem}
.card>:last-child{margin-bottom:0}
.card h2{font-size:1.0625rem;margin:0 0 .25rem}
.when{font-size:1.1875rem;line-height:1.35;font-weight:600;margin:0 0 .25rem}
.tag{display:inline-block;border:1px solid var(--rule);background:var(--quote);border-radius:999px;padding:.05rem .65rem;font-size:.875rem}
blockquote,textarea{unicode-bidi:plaintext}
blockquote{margin:0 0 1rem;padding:.6rem 1rem;background:var(--quote);border-left:3px solid var(--button);white-space:pre-line}
dl.facts{margin:0 0 1rem;display:grid;grid-template-columns:minmax(min(6rem,25%),auto) 1fr;gap:.25rem 1rem}
dl.facts dt{color:var(--quiet)}
dl.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
.notice,.faults{border-left:4px solid var(--button);background:var(--sheet);padding:.8rem 1rem;margin:0 0 1.5rem;border-radius:0 8px 8px 0}
.notice p{margin:0}
.notice.refused,.faults{border-color:var(--fault)}
.faults h2{margin:0 0 .5rem}
.faults ul{margin:0}
.faults a,.fault{color:var(--fault)}
.fault{display:block;font-weight:600;margin:0 0 .35rem}
.field,fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}
label,legend{font-weight:600}
legend{padding:0;margin-bottom:.25rem}
legend.title{font-size:1.25rem;margin:1rem 0 .75rem}
fieldset>.field:last-child{margin-bottom:0}
.wide .field{max-width:46rem}
.field>label{display:block;margin-bottom:.25rem}
input,select,textarea{font:inherit;color:var(--text);background:var(--sheet);border:1px solid var(--quiet);border-radius:8px;padding:.5rem .7rem;min-height:44px;width:100%;max-width:100%}
textarea{min-height:7rem;resize:vertical;line-height:1.45}
[aria-invalid=true]{border:2px solid var(--fault)}
.short{max-width:14rem}
input[type=checkbox],input[type=radio]{width:1.35rem;height:1.35rem;min-height:0;margin:0;flex:none;accent-color:var(--button)}
label.choice{display:flex;align-items:center;gap:.7rem;min-height:44px;padding:.3rem 0;font-weight:400}
.choice small{display:block;color:var(--quiet)}
.choices{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:0 1rem}
.tiles{display:grid;gap:.5rem}
.tiles.many{grid-template-columns:repeat(auto-fill,minmax(min(12rem,100%),1fr))}
.tiles .choice,.scale .choice{border:1px solid var(--quiet);border-radius:8px;padding:.3rem .8rem;background:var(--sheet)}
.tiles .choice{padding:.45rem .8rem}
.tiles .choice:has(:checked){border-color:var(--button);box-shadow:inset 0 0 0 1px var(--button)}
.scale{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:.5rem 1.1rem;font:inherit;font-weight:600;line-height:1.25;text-align:center;border-radius:8px;border:1px solid var(--button);background:var(--button);color:var(--on-button);text-decoration:none;cursor:pointer}
.button:hover,button:hover{filter:brightness(1.1)}
.button.second,button.second{background:transparent;color:var(--link)}
button.plain{border-color:transparent;background:transparent;color:var(--link);text-decoration:underline;font-weight:400;padding:.5rem .25rem}
.actions{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:1rem 0 0}
.actions form{margin:0}
form.actions{margin-bottom:1rem}
nav.views{margin:0 0 1rem}
.button[aria-current]{background:var(--button);color:var(--on-button)}
.at{white-space:nowrap}
details{margin:0 0 1rem}
summary{cursor:pointer;min-height:44px;display:list-item;padding:.6rem 0;color:var(--link);font-weight:600}
.rows fieldset{display:grid;grid-template-columns:repeat(auto-fit,minmax(max(8rem,40%),1fr));gap:.5rem;padding:.75rem 0;margin:0;border-top:1px solid var(--rule)}
.rows label{font-size:.9375rem;font-weight:400;color:var(--quiet)}
.rows .choice{align-self:end;color:var(--text)}
.rows .fault{grid-column:1/-1;margin:0}
.scroll{position:relative;overflow-x:auto;margin:0 0 1.25rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;padding:.7rem .9rem;color:var(--quiet)}
th,td{text-align:left;vertical-align:top;padding:.6rem .9rem;border-top:1px solid var(--rule)}
thead th{border-top:0;color:var(--quiet);font-weight:600;white-space:nowrap}
td form{margin:0}
td ul{margin:0;padding-left:1.1rem}
.scroll:has(td form) tr>:last-child{position:sticky;right:0;background:linear-gradient(90deg,var(--rule) 1px,var(--sheet) 1px)}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(9rem,100%),1fr));gap:.75rem;margin:0 0 1rem;padding:0;list-style:none}
.figures li{padding:.8rem 1rem}
.figures b{display:block;font-size:1.625rem;line-height:1.2}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{border-top:1px solid var(--rule);padding:1.25rem 0 2rem;color:var(--quiet);font-size:.9375rem}
footer h2{font-size:.9375rem;margin:0}
footer ul{margin:0;padding:0;list-style:none}
@media (min-width:40rem){
.rows fieldset{grid-template-columns:1.2fr 1fr 1fr 1.2fr 6.5rem}
.rows fieldset+fieldset label:not(.choice)>span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
}
@media (forced-colors:active){.scroll:has(td form) tr>:last-child{background:Canvas}}
@media (prefers-reduced-motion:no-preference){.button,button{transition:filter .12s}}
`;

/** The sheet's hash, by which the pages' security policy knows it (CSP Level 3, 8.4). */
export const styleHash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
