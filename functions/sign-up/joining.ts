/** Joining: ask for a link with an address, then finish the form behind it. */
import type { Context } from "hono";
import { roles } from "../../shared/domain/people.ts";
import { type Link, linkState, loadLink } from "../../shared/links/link.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { nothingTyped, readPosted, type Typed, typedOf } from "../../shared/pages/typed.ts";
import { loadInvitation } from "../../shared/records/people.ts";
import { askForLink, sendFreshLink } from "../../shared/runtime/ask-for-link.ts";
import { join } from "../../shared/runtime/join.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { browserToken } from "./browser-cookie.ts";
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
    await askForLink(runtime, read.value.email, read.value.role, browserToken(context, runtime));
    return reply(context, 200, linkOnItsWay("join"));
  });

  app.get("/join/:token", async (context) => {
    const opened = await openJoinLink(runtime, context.req.param("token"));
    if ("page" in opened) return reply(context, opened.status, opened.page);
    const typed = await alreadyKnown(runtime, opened.to.email);
    return reply(context, 200, enrolmentForm(school, opened.to, { typed, faults: [] }));
  });
  app.post("/join/:token", async (context) => {
    const opened = await openJoinLink(runtime, context.req.param("token"));
    if ("page" in opened) return reply(context, opened.status, opened.page);
    return enrol(context, opened, await readPosted(context));
  });
  app.get("/join/:token/fresh", (context) => context.redirect(`/join/${context.req.param("token")}`, 303));
  app.post("/join/:token/fresh", async (context) => {
    const link = await loadJoinLink(runtime, context.req.param("token"));
    if (link && linkState(link, runtime.now()) === "expired") {
      await sendFreshLink(runtime, link);
      return reply(context, 200, freshLinkSent);
    }
    return context.redirect(`/join/${context.req.param("token")}`, 303);
  });

  const enrol = async (context: Context, { link, to }: GoodLink, typed: Typed) => {
    const read = parseEnrolment(typed, to.role);
    if (!read.ok) {
      const faults = read.refusal;
      return reply(context, 422, { ...enrolmentForm(school, to, { typed, faults }), faults });
    }
    const joined = await join(runtime, link, read.value);
    if (!joined.ok) return reply(context, 409, joinedAlready);
    return reply(context, 200, welcomePage(school, joined.value, to.role, runtime.now()));
  };
}

type GoodLink = { link: Link; to: Parameters<typeof enrolmentForm>[1] };
type Closed = { status: 404 | 409 | 410; page: typeof unknownLink };

const loadJoinLink = async (runtime: Runtime, token: string): Promise<Link | undefined> => {
  const link = await loadLink(tableOf(runtime), token);
  return link?.verb === "sign-up" && link.email ? link : undefined;
};

async function openJoinLink(runtime: Runtime, token: string): Promise<GoodLink | Closed> {
  const link = await loadJoinLink(runtime, token);
  if (!link) return { status: 404, page: unknownLink };
  const state = linkState(link, runtime.now());
  if (state === "used") return { status: 409, page: joinedAlready };
  if (state === "expired") return { status: 410, page: joinLinkExpired(token) };
  const role = roles.find((known) => known === link.data.role) ?? "student";
  return { link, to: { role, email: link.email! } };
}

/** The name from an invitation, and the school's zone, so that there is less to type. */
async function alreadyKnown(runtime: Runtime, email: string): Promise<Typed> {
  const invitation = await loadInvitation(tableOf(runtime), email);
  return typedOf({ name: invitation?.name, timeZone: runtime.school.timeZone });
}
