/** Everything that a link in a mail can do can be done from one's own page: the same pages, opened by the session. */

import { type OpenPage, openPage } from "../answers/open-page.ts";
import { refusalsInWords } from "../answers/refusals.ts";
import { type OwnVerb, ownVerbPages } from "../answers/verbs/on-own-page.ts";
import type { Role } from "../domain/people.ts";
import type { Link } from "../links/link.ts";
import { verbs } from "../links/verbs.ts";
import type { PagesApp } from "../pages/app.ts";
import { readPosted, textOf } from "../pages/typed.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { partsOfMeetingId } from "../runtime/scene.ts";
import type { Done } from "./notices.ts";
import { backTo, meIn, type OwnContext, showPage } from "./own-page.ts";

const ofMentorship = {
  student: ["not-for-me", "withdraw-request"],
  mentor: ["not-for-me", "accept-student", "not-now"],
} as const;
const ofMeeting = ["confirm", "move", "call-off", "skip-month", "run-late", "prepare", "answer"] as const;

/** What a page is about, in the form in which a link would say it. */
type About = { verb: OwnVerb } & Partial<Pick<Link, "meetingId" | "mentorshipId" | "data">>;

export function verbRoutes(app: PagesApp, runtime: Runtime, role: Role): void {
  const base = `/${role}`;
  const linkOf = (context: OwnContext, about: About): Link => ({
    hash: "",
    messageId: "",
    role,
    personId: meIn(context).id,
    data: {},
    madeAt: runtime.now(),
    expiresAt: runtime.now() + verbs[about.verb].lastsFor,
    ...about,
  });

  const serve = (path: string, done: Done, open: (context: OwnContext) => Promise<OpenPage | undefined>) => {
    app.get(path, async (context) => {
      const page = await open(context);
      return page ? showPage(runtime, role, context, await page.show()) : context.notFound();
    });
    app.post(path, async (context) => {
      const page = await open(context);
      if (!page) return context.notFound();
      const typed = await readPosted(context);
      const acted = await page.act(typed);
      // The page of a meeting that is called off has times to choose from.
      if (acted.ok) return backTo(context, base, textOf(typed, "startAt") ? "move" : done);
      // Things may have changed meanwhile: the page is opened anew.
      const now = (await open(context)) ?? page;
      const { refusal } = acted;
      if (typeof refusal !== "string")
        return showPage(runtime, role, context, {
          ...(await now.show({ typed, faults: refusal })),
          faults: refusal,
        });
      const { status, says } = refusalsInWords[refusal];
      const notice = { kind: "refused", sentence: says } as const;
      return showPage(runtime, role, context, { ...(await now.show({ typed, faults: [] })), notice }, status);
    });
  };

  const pageOf = (context: OwnContext, about: About) =>
    openPage(runtime, linkOf(context, about), ownVerbPages[about.verb]);
  const idIn = (context: OwnContext): string => context.req.param("id") ?? "";
  for (const verb of ofMeeting)
    serve(`${base}/meetings/:id/${verb}`, verb, (context) => {
      const meetingId = idIn(context);
      const mentorshipId = partsOfMeetingId(meetingId)?.mentorshipId ?? "";
      return pageOf(context, { verb, meetingId, mentorshipId });
    });
  for (const verb of ofMentorship[role])
    serve(`${base}/mentorships/:id/${verb}`, verb, (context) =>
      pageOf(context, { verb, mentorshipId: idIn(context) }),
    );
  serve(`${base}/agreement`, "accept-agreement", (context) => pageOf(context, { verb: "accept-agreement" }));
  if (role === "student") {
    serve(`${base}/choose-mentor`, "choose-mentor", (context) => pageOf(context, { verb: "choose-mentor" }));
    serve(`${base}/mentorships/:id/thank/:key`, "thank", (context) => {
      const data = { key: context.req.param("key") ?? "" };
      return pageOf(context, { verb: "thank", mentorshipId: idIn(context), data });
    });
  }
}
