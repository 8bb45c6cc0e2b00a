/** Joining: ask for a link with an address, then finish the form behind it. */
import type { Context } from "hono";
import { type Role, roles } from "../../shared/domain/people.ts";
import { type Link, linkState, loadLink, tokenIn } from "../../shared/links/link.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { nothingTyped, readPosted, type Typed, typedOf } from "../../shared/pages/typed.ts";
import { sha256 } from "../../shared/records/keys.ts";
import { loadInvitation, loadPersonByEmail } from "../../shared/records/people.ts";
import { askForLink, sendFreshLink } from "../../shared/runtime/ask-for-link.ts";
import { join } from "../../shared/runtime/join.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { browserToken, isBrowser } from "./browser-cookie.ts";
import { enrolmentForm, parseEnrolment } from "./enrolment-form.ts";
import { freshLinkSent, joinedAlready, joinLinkExpired, unknownLink } from "./link-pages.ts";
import { replyOf } from "./reply.ts";
import { linkOnItsWay, parseJoining, startPage } from "./start-page.ts";
import { welcomePage } from "./welcome-page.ts";

export function addJoining(app: PagesApp, runtime: Runtime): void {
  const { school } = runtime;
  const reply = replyOf(runtime);

  app.get("/", (context) => reply(context, 200, startPage(school, { typed: nothingTyped, faults: [] })));
  app.get("/join", (context) => context.redirect("/", 303));
  app.post("/join", async (context) => {
    const typed = await readPosted(context);
    const read = parseJoining(typed);
    if (!read.ok) {
      const faults = read.refusal;
      return reply(context, 422, { ...startPage(school, { typed, faults }), faults });
    }
    await askForLink(runtime, read.value.email, read.value.role, browserToken(context, runtime, "signingIn"));
    return reply(context, 200, linkOnItsWay("join"));
  });

  app.get("/join/:token", async (context) => {
    const opened = await openJoinLink(context, runtime, tokenIn(context.req.param("token")));
    if ("page" in opened) return reply(context, opened.status, opened.page);
    browserToken(context, runtime, "joining");
    const typed = await alreadyKnown(runtime, opened.to.email);
    return reply(context, 200, enrolmentForm(school, opened.to, { typed, faults: [] }, runtime.now()));
  });
  app.post("/join/:token", async (context) => {
    const token = tokenIn(context.req.param("token"));
    const opened = await openJoinLink(context, runtime, token);
    if ("page" in opened) return reply(context, opened.status, opened.page);
    return enrol(context, token, opened, await readPosted(context));
  });
  app.get("/join/:token/fresh", (context) =>
    context.redirect(`/join/${tokenIn(context.req.param("token"))}`, 303),
  );
  app.post("/join/:token/fresh", async (context) => {
    const link = await loadJoinLink(runtime, tokenIn(context.req.param("token")));
    if (link && linkState(link, runtime.now()) === "expired") {
      await sendFreshLink(runtime, link);
      return reply(context, 200, freshLinkSent);
    }
    return context.redirect(`/join/${tokenIn(context.req.param("token"))}`, 303);
  });

  const enrol = async (context: Context, token: string, { link, to }: GoodLink, typed: Typed) => {
    const now = runtime.now();
    const read = parseEnrolment(typed, to.role, school, now);
    if (!read.ok) {
      const faults = read.refusal;
      return reply(context, 422, { ...enrolmentForm(school, to, { typed, faults }, now), faults });
    }
    const browser = sha256(browserToken(context, runtime, "joining"));
    const joined = await join(runtime, link, read.value, browser);
    if (joined.ok) return reply(context, 200, welcomePage(school, joined.value, to.role, now));
    // The first of two clicks may have been quicker by a moment.
    const { status, page } = await hasJoined(context, runtime, (await loadJoinLink(runtime, token)) ?? link);
    return reply(context, status, page);
  };
}

type GoodLink = { link: Link; to: Parameters<typeof enrolmentForm>[1] };
type Closed = { status: 200 | 404 | 409 | 410; page: typeof unknownLink };

const loadJoinLink = async (runtime: Runtime, token: string): Promise<Link | undefined> => {
  const link = await loadLink(tableOf(runtime), token);
  return link?.verb === "sign-up" && link.email ? link : undefined;
};

async function openJoinLink(context: Context, runtime: Runtime, token: string): Promise<GoodLink | Closed> {
  const link = await loadJoinLink(runtime, token);
  if (!link) return { status: 404, page: unknownLink };
  const state = linkState(link, runtime.now());
  if (state === "used") return hasJoined(context, runtime, link);
  if (state === "expired") return { status: 410, page: joinLinkExpired(token) };
  return { link, to: { role: roleIn(link), email: link.email! } };
}

const roleIn = ({ data }: Link): Role => roles.find((known) => known === data.role) ?? "student";

/** The welcome page once more in the browser that has just joined: nobody who clicks twice misses what it says. */
async function hasJoined(context: Context, runtime: Runtime, link: Link): Promise<Closed> {
  const person = isBrowser(context, link.used?.browser)
    ? await loadPersonByEmail(tableOf(runtime), link.email!)
    : undefined;
  return person
    ? { status: 200, page: welcomePage(runtime.school, person, roleIn(link), runtime.now()) }
    : { status: 409, page: joinedAlready };
}

/** The name from an invitation, and the school's zone, so that there is less to type. */
async function alreadyKnown(runtime: Runtime, email: string): Promise<Typed> {
  const invitation = await loadInvitation(tableOf(runtime), email);
  return typedOf({ name: invitation?.name, timeZone: runtime.school.timeZone });
}
