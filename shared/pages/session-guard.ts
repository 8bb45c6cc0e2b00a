/** Lets only signed-in readers to a page, and takes a post only from the school's own pages. */
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { html } from "hono/html";
import type { CookieOptions } from "hono/utils/cookie";
import type { Person } from "../domain/people.ts";
import { loadSession, sessionLastsFor } from "../links/session.ts";
import { loadPersonByEmail } from "../records/people.ts";
import type { PagesEnv } from "./app.ts";
import { renderPage } from "./frame.ts";
import type { Site } from "./site.ts";
import { readPosted, textsOf } from "./typed.ts";

/** Whoever reads this address's mail; an administrator need not be a person of the program. */
export type Reader = { email: string; person: Person | undefined };

export const sessionCookie = "session";

/** The cookie of a session, for as long as the session lasts. */
export const sessionCookieOptions = (siteUrl: string): CookieOptions => ({
  ...cookieOptions(siteUrl),
  maxAge: sessionLastsFor / 1000,
});

/** How every cookie of ours is set; without an age it ends with the browser. */
export const cookieOptions = (siteUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: "Lax",
  path: "/",
  secure: siteUrl.startsWith("https:"),
});

/** Who is signed in goes to `reader`; anybody else goes to sign in, or reads that a post was not taken. */
export const signedInOnly = (site: Site) =>
  createMiddleware<PagesEnv>(async (context, next) => {
    const table = { name: site.tableName, client: site.dynamodb };
    const session = await loadSession(table, getCookie(context, sessionCookie), site.now());
    if (!session)
      return context.req.method === "POST" ? notTaken(site, context) : context.redirect("/sign-in", 303);
    context.set("reader", { email: session.email, person: await loadPersonByEmail(table, session.email) });
    return next();
  });

/** Nothing is kept: what was typed stands on this page only. Whatever has no space in it is a choice or a code. */
async function notTaken(site: Site, context: Context<PagesEnv>) {
  const posted = await readPosted(context);
  // What a form was made from is not what was typed in it.
  const written = [...new Set(posted.keys())]
    .filter((name) => name !== "made-from")
    .flatMap((name) => textsOf(posted, name))
    .filter((text) => /\S\s+\S/.test(text));
  const page = renderPage({
    school: site.school,
    title: "You are no longer signed in",
    body: html`<p>So nothing was changed. Please <a href="/sign-in" target="_blank">sign in (in a new tab)</a> and do it again there.${
      written.length > 0 ? " What you wrote is here to be copied:" : ""
    }</p>${written.map((text) => html`<blockquote>${text}</blockquote>`)}`,
  });
  return context.html(page, 403);
}

/** A post that another site may have made is refused with a page (OWASP, cross-site request forgery: verify the origin). */
export const ownPostsOnly = (site: Site) =>
  createMiddleware<PagesEnv>(async (context, next) => {
    const { method } = context.req;
    if (
      method === "GET" ||
      method === "HEAD" ||
      isOwn(site, context.req.header("origin"), context.req.header("sec-fetch-site"))
    )
      return next();
    const page = renderPage({
      school: site.school,
      title: "This did not come from our page",
      body: html`<p>Nothing was changed. Please open <a href="${site.siteUrl}">${site.siteUrl}</a> and do it again from there.</p>`,
    });
    return context.html(page, 403);
  });

const isOwn = (site: Site, origin: string | undefined, fetchSite: string | undefined): boolean =>
  origin === undefined ? fetchSite === "same-origin" : origin === new URL(site.siteUrl).origin;
