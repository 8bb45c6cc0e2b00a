/** Pages for links that do not work: unknown, expired, or about something that is over or no longer there. */
import { html } from "hono/html";
import type { AnswerPage } from "../../shared/answers/verb-page.ts";
import type { Link } from "../../shared/links/link.ts";
import { verbs } from "../../shared/links/verbs.ts";

export const unknownLink: AnswerPage = {
  title: "We do not know this link",
  body: html`<p>Some mail programs cut long links in two: please go back to the mail and press the button in it, or copy the whole address.</p>
<p>If that does not help, <a href="/sign-in">sign in</a>: everything that a mail's links do can also be done on your own page.</p>`,
};

export const goneLink: AnswerPage = {
  title: "This is no longer there",
  body: html`<p>What this link was about is no longer in the program, so there is nothing to answer any more.</p>
<p>If that surprises you, <a href="/sign-in">sign in</a> to see how things stand.</p>`,
};

/** The token is the reader's own; nothing else of the link is shown. */
export const expiredLink = (token: string, { verb }: Link): AnswerPage => ({
  title: "This link has expired",
  body: html`<p>It let you ${verbs[verb].lets}, and links from our mails work for a limited time only. We can send a fresh one to the address that this one went to.</p>
<form method="post" action="/answer/${token}/fresh"><button>Send me a fresh link</button></form>`,
});

export const overLink = ({ verb }: Link): AnswerPage => ({
  title: "This is over",
  body: html`<p>This link let you ${verbs[verb].lets}. It has expired, and what it was about is over as well, so a fresh link would do nothing any more.</p>
<p>How things stand, you see on <a href="/sign-in">your own page</a>.</p>`,
});

export const freshLinkSent: AnswerPage = {
  title: "A fresh link is on its way",
  body: html`<p>It goes to the address that the old one went to, and should be there in a minute or two. Please look among unwanted mail as well.</p>`,
};
