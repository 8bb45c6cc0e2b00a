/** The ground of a student's and a mentor's page: who may see it, how its pages hang together, how they answer. */
import type { Context } from "hono";
import type { Person, Role } from "../domain/people.ts";
import { isAdministrator } from "../domain/school.ts";
import { type PagesApp, type PagesEnv, pagesApp } from "../pages/app.ts";
import { type NavLink, type Page, renderPage } from "../pages/frame.ts";
import { ownPostsOnly, signedInOnly } from "../pages/session-guard.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type Done, noticeOf } from "./notices.ts";
import { loadOwn, type Own } from "./own.ts";

/** The pages of each side, in the order of the navigation: path below the root, and label. */
const sections = {
  student: { "": "Meetings", "/goals": "Goals", "/time": "Free time", "/profile": "Profile" },
  mentor: {
    "": "Meetings",
    "/students": "Students",
    "/thanks": "Thanks",
    "/time": "Free time",
    "/profile": "Profile",
  },
} as const satisfies Record<Role, Record<string, string>>;

export type Section = keyof typeof sections.student | keyof typeof sections.mentor;

export type OwnContext = Context<PagesEnv>;

/** An app that only a person with this role gets to. */
export function ownApp(runtime: Runtime, role: Role): PagesApp {
  const app = pagesApp(runtime);
  app.use(ownPostsOnly(runtime), signedInOnly(runtime), async (context, next) => {
    const { person, email } = context.var.reader;
    if (person?.[role]) return next();
    if (person) return context.redirect(person.student ? "/student" : "/mentor", 303);
    return context.redirect(isAdministrator(runtime.school, email) ? "/administrator" : "/", 303);
  });
  return app;
}

/** Whoever got through `ownApp` is a person of the program. */
export const meIn = (context: OwnContext): Person => context.var.reader.person!;

export const ownOf = (runtime: Runtime, role: Role, context: OwnContext): Promise<Own> =>
  loadOwn(runtime, meIn(context), role);

type Shown = Pick<Page, "title" | "body" | "lead" | "notice" | "faults"> & { section?: Section };

/** Answers with a page of this side; a notice that was left by a redirect is shown once. */
export function showPage(
  runtime: Runtime,
  role: Role,
  context: OwnContext,
  { section, ...page }: Shown,
  status: 200 | 404 | 409 | 422 = page.faults?.length ? 422 : 200,
): Response | Promise<Response> {
  const person = meIn(context);
  return context.html(
    renderPage({
      school: runtime.school,
      reader: person,
      nav: navigation(runtime, role, person, section),
      ...page,
      notice: page.notice ?? (context.req.method === "GET" ? noticeOf(context.req.query("done")) : undefined),
    }),
    status,
  );
}

/** After a post: back to a page, with a sentence. */
export const backTo = (context: OwnContext, path: string, done: Done): Response =>
  context.redirect(`${path}?done=${done}`, 303);

function navigation(
  { school }: Runtime,
  role: Role,
  person: Person,
  section: Section | undefined,
): NavLink[] {
  const links: NavLink[] = Object.entries(sections[role]).map(([path, label]) => ({
    href: `/${role}${path}`,
    label,
    current: path === section,
  }));
  const other: Role = role === "student" ? "mentor" : "student";
  if (person[other])
    links.push({ href: `/${other}`, label: other === "mentor" ? "As a mentor" : "As a student" });
  if (isAdministrator(school, person.email)) links.push({ href: "/administrator", label: "Administration" });
  return links;
}
