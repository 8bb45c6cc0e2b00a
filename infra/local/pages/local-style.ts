/** What the local pages look like beyond the school's own style: the clock's bar and the mailbox. */
import { createHash } from "node:crypto";

export const localStyle = `
.clock { background: #123c47; color: #fff; position: sticky; top: 0; z-index: 2; }
.clock .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding-top: .5rem; padding-bottom: .5rem; }
.clock strong { font-variant-numeric: tabular-nums; }
.clock form { display: flex; flex-wrap: wrap; gap: .5rem; }
.clock button { background: #fff; color: #123c47; border: 0; border-radius: .4rem; padding: .5rem .8rem; min-height: 44px; font: inherit; cursor: pointer; }
.clock button:focus-visible { outline: 3px solid #ffd166; outline-offset: 2px; }
.clock a { color: #fff; }
.mails { list-style: none; padding: 0; }
.mails li { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .7rem 0; }
.mails small { display: block; opacity: .8; }
.mail { width: 100%; min-height: 44rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .4rem; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`;

export const localStyleHash = `'sha256-${createHash("sha256").update(localStyle).digest("base64")}'`;
