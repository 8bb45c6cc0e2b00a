/** Pages for links to join and to sign in that do not work: unknown, expired, used, or in another browser. */
import { html } from "hono/html";
import { buttonForm } from "../../shared/pages/buttons.ts";
import type { Html } from "../../shared/pages/site.ts";

type Told = { title: string; body: Html };

const signIn = html`<p><a href="/sign-in">Sign in</a></p>`;
const askAgain = html`<p><a href="/sign-in">Ask for a new link</a></p>`;

export const unknownLink: Told = {
  title: "We do not know this link",
  body: html`<p>Some mail programs cut long links in two: please go back to the mail and press the button in it, or copy the whole address.</p>
<p>If that does not help, <a href="/">ask for a new link</a>.</p>`,
};

export const joinLinkExpired = (token: string): Told => ({
  title: "This link has expired",
  body: html`<p>A link to join works for 14 days. We can send a fresh one to the address that this one went to.</p>
${buttonForm({ action: `/join/${token}/fresh`, label: "Send me a fresh link" })}`,
});

export const freshLinkSent: Told = {
  title: "A fresh link is on its way",
  body: html`<p>It goes to the address that the old one went to, and should be there in a minute or two. Please look among unwanted mail as well.</p>`,
};

export const joinedAlready: Told = {
  title: "You have joined already",
  body: html`<p>The form behind this link has been finished, and a link is used up by that. What you told us can be changed on your own page.</p>${signIn}`,
};

export const signInLinkExpired: Told = {
  title: "This link has expired",
  body: html`<p>A link to sign in works for ten minutes.</p>${askAgain}`,
};

export const signInLinkUsed: Told = {
  title: "This link has been used",
  body: html`<p>A link to sign in works once.</p>${askAgain}`,
};

export const anotherBrowser: Told = {
  title: "Please open the link in the browser where you asked for it",
  body: html`<p>For your safety, a link to sign in opens nothing in any other browser. If your mail program has opened a browser of its own, copy the link into the one where you asked.</p>
<p>Or ask for a new link here, in this browser.</p>${askAgain}`,
};
