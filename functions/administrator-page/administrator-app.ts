/** The ground of the administrator's pages: who may see them, how they hang together, what they say after something was done. */
import type { Context } from "hono";
import { html } from "hono/html";
import { roles } from "../../shared/domain/people.ts";
import { isAdministrator } from "../../shared/domain/school.ts";
import { type PagesApp, type PagesEnv, pagesApp } from "../../shared/pages/app.ts";
import { type Notice, type Page, renderPage } from "../../shared/pages/frame.ts";
import { ownPostsOnly, signedInOnly } from "../../shared/pages/session-guard.ts";
import { rosterLimits } from "../../shared/roster/roster.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

const sections = {
  "": "Overview",
  "/people": "People",
  "/import": "Import",
  "/pairs": "Pairs",
  "/months": "Months",
  "/mail": "Mail",
  "/how-it-works": "How it works",
} as const;
export type Section = keyof typeof sections;

export type AdministratorContext = Context<PagesEnv>;

const bytesBesideTheFile = 64 * 1024;

/** An app that only the school's administrators get to. */
export function administratorApp(runtime: Runtime): PagesApp {
  const app = pagesApp(runtime, { bodyBytesMax: rosterLimits.mebibytes * 1024 * 1024 + bytesBesideTheFile });
  app.use(ownPostsOnly(runtime), signedInOnly(runtime), async (context, next) => {
    const { email, person } = context.var.reader;
    if (isAdministrator(runtime.school, email)) return next();
    const page = renderPage({
      school: runtime.school,
      title: "This page is for administrators",
      ...(person && { reader: person }),
      body: html`<p>You are signed in with an address that is not one of them. <a href="${person?.student ? "/student" : "/mentor"}">Go to your own page</a></p>`,
    });
    return context.html(page, 403);
  });
  return app;
}

const sentences = {
  imported: "The file is imported.",
  proposed: "The matching has been asked. What it proposes is below.",
  "proposed-some": "Many pairs are proposed and some are left: ask for proposals again to go on.",
  suggested: "Every student who still wants a mentor and can have one gets a list to choose from.",
  "suggested-some": "Many lists are on their way and some are left: press the button again to go on.",
  confirmed: "The pair is confirmed. Both get a mail.",
  "confirmed-all": "All proposals are confirmed. Everybody gets a mail.",
  "confirmed-some": "Many are confirmed and some are left: press the button again to go on.",
  "set-aside": "The proposal is set aside. Neither side heard of it.",
  approved: "The mentor is approved and can be paired.",
  reachable: "Mail goes to this address again.",
  "invited-anew": "Mail goes to this address again, and a new invitation is on its way.",
  "welcomed-anew":
    "Mail goes to this address again, and the welcome, which had not arrived, is on its way once more.",
  opened: "The month is open: every pair has its meeting, or knows why there is none.",
} as const;
export type Done = keyof typeof sentences;

export const doneSentence = (done: string | undefined): string | undefined =>
  done !== undefined && Object.hasOwn(sentences, done) ? sentences[done as Done] : undefined;

type Shown = Pick<Page, "title" | "body" | "lead" | "faults"> & {
  section?: Section;
  notice?: Notice | undefined;
};

/** Answers with a page; what was done before a redirect is said once. */
export function showPage(
  runtime: Runtime,
  context: AdministratorContext,
  { section, ...page }: Shown,
  status: 200 | 409 | 422 = 200,
): Response | Promise<Response> {
  const { email, person } = context.var.reader;
  const done = context.req.method === "GET" ? doneSentence(context.req.query("done")) : undefined;
  return context.html(
    renderPage({
      school: runtime.school,
      reader: { name: person?.name ?? email },
      nav: [
        ...Object.entries(sections).map(([path, label]) => ({
          href: `/administrator${path}`,
          label,
          current: path === section,
        })),
        ...roles
          .filter((role) => person?.[role])
          .map((role) => ({ href: `/${role}`, label: `As a ${role}` })),
      ],
      wide: true,
      ...page,
      notice: page.notice ?? (done === undefined ? undefined : { kind: "done", sentence: done }),
    }),
    status,
  );
}

export const backTo = (context: AdministratorContext, path: string, done: Done): Response =>
  context.redirect(`${path}${path.includes("?") ? "&" : "?"}done=${done}`, 303);
