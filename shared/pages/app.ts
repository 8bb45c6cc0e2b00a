/** The ground of every function that answers with pages: safe headers, a page for what is not there and one for faults. */
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { Hono } from "hono/tiny";
import { renderPage } from "./frame.ts";
import type { Reader } from "./session-guard.ts";
import type { Html, Site } from "./site.ts";
import { styleHash } from "./style.ts";

export type PagesEnv = { Variables: { reader: Reader } };
export type PagesApp = Hono<PagesEnv>;

const formBytesMax = 256 * 1024;
/** No address of ours is longer, and what stands in one becomes a key of the table, which takes 2,048 bytes. */
const addressMax = 500;

/** A new app; HEAD is answered like GET. `bodyBytesMax` is for pages that take a file. */
export function pagesApp(site: Site, { bodyBytesMax = formBytesMax } = {}): PagesApp {
  const app: PagesApp = new Hono<PagesEnv>();
  const plain = (title: string, ...sentences: (string | Html)[]): Html =>
    renderPage({ school: site.school, title, body: sentences.map((sentence) => html`<p>${sentence}</p>`) });
  app.use(
    secureHeaders({
      referrerPolicy: "same-origin",
      xFrameOptions: "DENY",
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [styleHash],
        // The pages' icon stands in the page itself.
        imgSrc: ["data:"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
    async (context, next) => {
      await next();
      context.header("Cache-Control", "no-store");
    },
    async (context, next) => (context.req.path.length > addressMax ? context.notFound() : next()),
    bodyLimit({
      maxSize: bodyBytesMax,
      onError: (context) => context.html(plain("That is too much at once", tooLarge(bodyBytesMax)), 413),
    }),
  );
  app.notFound((context) =>
    context.html(
      plain(
        "There is nothing here",
        html`This address leads nowhere. Please check it, or begin at <a href="/">the start page</a>.`,
      ),
      404,
    ),
  );
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status < 500)
      return context.html(
        plain(
          "That could not be read",
          "What your browser sent is no form of ours. Please go back and try again.",
        ),
        error.status,
      );
    site.log({ event: "page-failed", fault: error.name, method: context.req.method });
    return context.html(
      plain(
        "Something went wrong on our side",
        "It is not your fault, and somebody has been told. Nothing of yours is lost: please go back, wait a minute and try again.",
      ),
      500,
    );
  });
  return app;
}

const tooLarge = (bytes: number): string =>
  `What you sent is larger than ${bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${bytes / 1024} KiB`}. Nothing was changed; please go back and send less.`;
