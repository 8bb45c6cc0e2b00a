/** The pages that only the local world has: who to be, the mailbox, and the clock that the viewer moves. */
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { styleHash } from "../../../shared/pages/style.ts";
import { readMail } from "../read-mail.ts";
import type { World } from "../world.ts";
import { clockSteps, isClockStep, moveClock } from "./clock.ts";
import { enterAs } from "./enter.ts";
import { type Content, renderLocal } from "./local-frame.ts";
import { localStyleHash } from "./local-style.ts";
import { mailbox, mailPage } from "./mailbox.ts";
import { welcome } from "./welcome.ts";

/** Everything below `/local`; whatever else is asked for goes to the school. */
export function localApp(world: World): Hono {
  const app = new Hono().basePath("/local");
  const page = async (content: Promise<Content> | Content) => String(await renderLocal(world, await content));
  app.use(
    secureHeaders({
      referrerPolicy: "same-origin",
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [styleHash, localStyleHash],
        imgSrc: ["data:"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
      },
    }),
  );

  app.get("/", async (context) => context.html(await page(welcome(world))));
  app.get("/as/:who", (context) => enterAs(world, context.req.param("who")));
  app.get("/mailbox", async (context) =>
    context.html(
      await page(mailbox(world, context.req.query("to") ?? "", Number(context.req.query("page") ?? 1))),
    ),
  );
  app.post("/clock", async (context) => {
    if (context.req.header("sec-fetch-site") === "cross-site")
      return context.text("The clock is moved from this world's own pages.", 403);
    const step = String((await context.req.parseBody()).step);
    if (!isClockStep(step)) return context.text(`The clock moves by ${clockSteps.join(", ")}.`, 422);
    await moveClock(world, step);
    return context.redirect(context.req.header("referer") ?? "/local/mailbox", 303);
  });

  app.get("/mailbox/:id", async (context) => {
    const mail = world.mailById(context.req.param("id"));
    return mail ? context.html(await page(mailPage(world, mail))) : context.notFound();
  });
  app.get("/mailbox/:id/mail.eml", (context) => {
    const mail = world.mailById(context.req.param("id"));
    return mail
      ? context.body(new Uint8Array(mail.bytes), 200, { "Content-Type": "message/rfc822" })
      : context.notFound();
  });
  app.get("/mailbox/:id/invite.ics", async (context) => {
    const mail = world.mailById(context.req.param("id"));
    const calendar = mail && (await readMail(mail)).calendar;
    return calendar
      ? context.body(calendar, 200, { "Content-Type": "text/calendar; charset=utf-8" })
      : context.notFound();
  });
  return app;
}

/** A mail's own HTML at an address of its own, where it may use its inline styles and nothing else. */
export async function mailBody(world: World, id: string): Promise<Response> {
  const mail = world.mailById(id);
  if (!mail) return new Response("There is no such mail.", { status: 404 });
  return new Response((await readMail(mail)).html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
    },
  });
}
