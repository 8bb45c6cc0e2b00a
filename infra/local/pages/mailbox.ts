/** The mailbox of a local world: what everybody got, newest first, and one mail as its reader sees it. */
import { html } from "hono/html";
import { describeMoment } from "../../../shared/domain/moments.ts";
import { emailIdentity } from "../../../shared/domain/people.ts";
import { readMail } from "../read-mail.ts";
import type { Mail } from "../ses/mailbox.ts";
import type { World } from "../world.ts";
import type { Content } from "./local-frame.ts";

const mailsOnAPage = 50;

export function mailbox(world: World, to: string, page: number): Content {
  const all = world.mailbox
    .filter((mail) => to === "" || emailIdentity(mail.to) === emailIdentity(to))
    .toReversed();
  const pages = Math.max(1, Math.ceil(all.length / mailsOnAPage));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const shown = all.slice((current - 1) * mailsOnAPage, current * mailsOnAPage);
  const address = (number: number) =>
    `/local/mailbox?${new URLSearchParams({ ...(to && { to }), page: String(number) })}`;
  return {
    title: to === "" ? "Mailbox" : `Mail to ${to}`,
    lead: `${all.length} ${all.length === 1 ? "mail" : "mails"}, newest first. Move the clock above and see what comes.`,
    body: html`${to === "" ? "" : html`<p><a href="/local/mailbox">Everybody's mail</a></p>`}
<ol class="mails">${shown.map(
      (mail) => html`<li><a href="/local/mailbox/${mail.id}">${mail.subject}</a>
<small>to <a href="/local/mailbox?to=${encodeURIComponent(mail.to)}">${mail.to}</a> · ${describeMoment(mail.at, world.school.timeZone)}</small></li>`,
    )}</ol>
<p>${current > 1 ? html`<a href="${address(current - 1)}">Newer</a> · ` : ""}Page ${current} of ${pages}${current < pages ? html` · <a href="${address(current + 1)}">Older</a>` : ""}</p>`,
  };
}

export async function mailPage(world: World, mail: Mail): Promise<Content> {
  const { text, calendar, headers } = await readMail(mail);
  return {
    title: mail.subject,
    lead: `To ${mail.to}, ${describeMoment(mail.at, world.school.timeZone)}`,
    body: html`<p><a href="/local/mailbox">Mailbox</a> · <a href="/local/mailbox?to=${encodeURIComponent(mail.to)}">All mail to ${mail.to}</a> · <a href="/local/mailbox/${mail.id}/mail.eml">Save as .eml</a>${
      calendar ? html` · <a href="/local/mailbox/${mail.id}/invite.ics">Save the calendar entry</a>` : ""
    }</p>
<iframe class="mail" title="The mail as its reader sees it" src="/local/body/${mail.id}"></iframe>
<details><summary>As plain text</summary><pre>${text}</pre></details>
${calendar ? html`<details><summary>The calendar entry</summary><pre>${calendar}</pre></details>` : ""}
<details><summary>Headers</summary><pre>${headers.map(({ key, value }) => `${key}: ${value}`).join("\n")}</pre></details>`,
  };
}
