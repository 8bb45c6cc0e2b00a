/** Takes the answers that people give from a mail. To look changes nothing; only a button does, and pressing it twice does it once. */
import type { Context } from "hono";
import { type OpenedLink, openLink } from "../../shared/answers/open-link.ts";
import type { OpenPage } from "../../shared/answers/open-page.ts";
import { refusalsInWords } from "../../shared/answers/refusals.ts";
import type { AnswerPage } from "../../shared/answers/verb-page.ts";
import { tokenIn } from "../../shared/links/link.ts";
import { pagesApp } from "../../shared/pages/app.ts";
import { type Page, renderPage } from "../../shared/pages/frame.ts";
import { type PagesHandler, pagesHandler } from "../../shared/pages/lambda.ts";
import { readPosted, type Typed } from "../../shared/pages/typed.ts";
import { sendFreshLink } from "../../shared/runtime/ask-for-link.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { expiredLink, freshLinkSent, goneLink, overLink, unknownLink } from "./link-pages.ts";

type Status = 200 | 404 | 409 | 410 | 422;
type Around = Pick<Page, "notice" | "faults">;

/** A post carries no session and needs no origin: the token that nobody can guess is what protects it. */
export const answer = (runtime: Runtime): PagesHandler => {
  const app = pagesApp(runtime);
  const reply = (context: Context, status: Status, page: AnswerPage, around: Around = {}) =>
    context.html(renderPage({ school: runtime.school, ...page, ...around }), status);

  const closed = (context: Context, token: string, opened: Exclude<OpenedLink, { state: "good" }>) => {
    if (opened.state === "unknown") return reply(context, 404, unknownLink);
    if (opened.state === "gone") return reply(context, 404, goneLink);
    return reply(
      context,
      410,
      opened.state === "over" ? overLink(opened.link) : expiredLink(token, opened.link),
    );
  };

  const take = async (context: Context, token: string, page: OpenPage, form: Typed) => {
    const acted = await page.act(form);
    const now = await openLink(runtime, token);
    if (now.state !== "good") return closed(context, token, now);
    if (acted.ok)
      return reply(context, 200, await now.page.show(), { notice: { kind: "done", sentence: acted.value } });
    const { refusal } = acted;
    if (typeof refusal !== "string")
      return reply(context, 422, await now.page.show({ typed: form, faults: refusal }), { faults: refusal });
    const { status, says } = refusalsInWords[refusal];
    const shown = await now.page.show({ typed: form, faults: [] });
    return reply(context, status, shown, { notice: { kind: "refused", sentence: says } });
  };

  app.get("/answer/:token", async (context) => {
    const token = tokenIn(context.req.param("token"));
    const opened = await openLink(runtime, token);
    if (opened.state !== "good") return closed(context, token, opened);
    return reply(context, 200, await opened.page.show());
  });
  app.post("/answer/:token", async (context) => {
    const token = tokenIn(context.req.param("token"));
    const opened = await openLink(runtime, token);
    if (opened.state !== "good") return closed(context, token, opened);
    return take(context, token, opened.page, await readPosted(context));
  });
  app.get("/answer/:token/fresh", (context) =>
    context.redirect(`/answer/${tokenIn(context.req.param("token"))}`, 303),
  );
  app.post("/answer/:token/fresh", async (context) => {
    const token = tokenIn(context.req.param("token"));
    const opened = await openLink(runtime, token);
    if (opened.state === "good") return context.redirect(`/answer/${token}`, 303);
    if (opened.state !== "expired") return closed(context, token, opened);
    await sendFreshLink(runtime, opened.link);
    return reply(context, 200, freshLinkSent);
  });
  return pagesHandler(app);
};

export const handler = onLambda(answer);
