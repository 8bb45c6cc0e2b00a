/** Signing in without a password: ask for a link, open it in the same browser, press the button; and signing out. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { isAdministrator } from "../../shared/domain/school.ts";
import { type Link, linkState, loadLink, tokenIn } from "../../shared/links/link.ts";
import { endSession, loadSession, startSession } from "../../shared/links/session.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { buttonForm } from "../../shared/pages/buttons.ts";
import type { FormState } from "../../shared/pages/fields.ts";
import {
  cookieOptions,
  ownPostsOnly,
  sessionCookie,
  sessionCookieOptions,
} from "../../shared/pages/session-guard.ts";
import { nothingTyped, readPosted } from "../../shared/pages/typed.ts";
import { loadPerson, loadPersonByEmail } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { askForLink } from "../../shared/runtime/ask-for-link.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";
import { useUp } from "../../shared/runtime/use-up.ts";
import { browserToken, isBrowser } from "./browser-cookie.ts";
import { anotherBrowser, signInLinkExpired, signInLinkUsed, unknownLink } from "./link-pages.ts";
import { replyOf } from "./reply.ts";
import { emailField, linkOnItsWay, parseEmail } from "./start-page.ts";

export function addSigningIn(app: PagesApp, runtime: Runtime): void {
  const table = tableOf(runtime);
  const reply = replyOf(runtime);

  app.get("/sign-in", async (context) => {
    const session = await loadSession(table, getCookie(context, sessionCookie), runtime.now());
    if (session) return context.redirect(await pageOf(runtime, session.email), 303);
    return reply(context, 200, askPage({ typed: nothingTyped, faults: [] }));
  });
  app.post("/sign-in", async (context) => {
    const typed = await readPosted(context);
    const email = parseEmail(typed);
    if (!email.ok) {
      const faults = email.refusal;
      return reply(context, 422, { ...askPage({ typed, faults }), faults });
    }
    await askForLink(runtime, email.value, undefined, browserToken(context, runtime, "signingIn"));
    return reply(context, 200, linkOnItsWay("sign-in"));
  });

  app.get("/sign-in/:token", async (context) => {
    const token = tokenIn(context.req.param("token"));
    const opened = await openSignInLink(context, runtime, token);
    if ("page" in opened) return reply(context, opened.status, opened.page);
    const body = buttonForm({ action: `/sign-in/${token}`, label: "Open my page" });
    return reply(context, 200, { title: "Sign in", body });
  });
  app.post("/sign-in/:token", async (context) => {
    const opened = await openSignInLink(context, runtime, tokenIn(context.req.param("token")));
    if ("page" in opened) return reply(context, opened.status, opened.page);
    const { link, email } = opened;
    const session = startSession(table, email, runtime.now(), runtime.randomBytes);
    const refusal = await useUp(runtime, link, [session.write]);
    if (refusal === "link-used") return reply(context, 409, signInLinkUsed);
    if (refusal !== undefined) throw new Error(`no session could be begun: ${refusal}; a retry helps`);
    setCookie(context, sessionCookie, session.token, sessionCookieOptions(runtime.siteUrl));
    return context.redirect(await pageOf(runtime, email), 303);
  });

  app.post("/sign-out", ownPostsOnly(runtime), async (context) => {
    const token = getCookie(context, sessionCookie);
    if (token) await transact(table, [endSession(table, token)], newAttemptToken(runtime));
    deleteCookie(context, sessionCookie, cookieOptions(runtime.siteUrl));
    return context.redirect("/", 303);
  });
}

const askPage = (form: FormState) => ({
  title: "Sign in",
  body: html`<p>There is no password: we send a link to your address, and it opens your page.</p>
<form method="post" action="/sign-in">${emailField(form)}<button>Send me a link</button></form>
<p>You have not joined yet? <a href="/">Begin here</a>.</p>`,
});

type Opened = { link: Link; email: string } | { status: 404 | 409 | 410; page: typeof unknownLink };

async function openSignInLink(context: Context, runtime: Runtime, token: string): Promise<Opened> {
  const link = await loadLink(tableOf(runtime), token);
  if (link?.verb !== "sign-in") return { status: 404, page: unknownLink };
  const state = linkState(link, runtime.now());
  if (state === "used") return { status: 409, page: signInLinkUsed };
  if (state === "expired") return { status: 410, page: signInLinkExpired };
  if (!isBrowser(context, link.data.browser)) return { status: 409, page: anotherBrowser };
  const person = link.personId ? await loadPerson(tableOf(runtime), link.personId) : undefined;
  const email = person?.email ?? link.email;
  return email === undefined ? { status: 404, page: unknownLink } : { link, email };
}

/** Where somebody's own page is; who runs the program begins at the administrator's. */
async function pageOf(runtime: Runtime, email: string): Promise<string> {
  if (isAdministrator(runtime.school, email)) return "/administrator";
  const person = await loadPersonByEmail(tableOf(runtime), email);
  return person?.student ? "/student" : "/mentor";
}
