/** The frame of the local pages: the school's own, with the clock's bar above. */
import { html, raw } from "hono/html";
import { describeMoment } from "../../../shared/domain/moments.ts";
import { renderPage } from "../../../shared/pages/frame.ts";
import type { Html } from "../../../shared/pages/site.ts";
import type { World } from "../world.ts";
import { clockSteps } from "./clock.ts";
import { localStyle } from "./local-style.ts";

export type Content = { title: string; lead?: string; body: Html };

export async function renderLocal(world: World, { title, lead, body }: Content): Promise<string> {
  const page = String(await renderPage({ school: world.school, title, lead, body, wide: true }));
  const bar = String(await clockBar(world));
  return page
    .replace("</head>", () => `<style>${localStyle}</style>\n</head>`)
    .replace('<header class="top">', (header) => `${bar}\n${header}`);
}

const clockBar = (
  world: World,
): Html => html`<section class="clock" aria-label="The clock of this world"><div class="wrap">
<span>It is <strong>${describeMoment(world.now(), world.school.timeZone)}</strong></span>
<form method="post" action="/local/clock">${clockSteps.map((step) => html`<button name="step" value="${step}">${step}</button>`)}</form>
<span>${raw('<a href="/local/mailbox">Mailbox</a> · <a href="/local">Who to be</a>')}</span>
</div></section>`;
