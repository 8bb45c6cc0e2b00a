/** Answers with one of the pages of signing up and signing in. */
import type { Context } from "hono";
import { type Page, renderPage } from "../../shared/pages/frame.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export type Status = 200 | 404 | 409 | 410 | 422;

export const replyOf =
  ({ school }: Runtime) =>
  (context: Context, status: Status, page: Omit<Page, "school">) =>
    context.html(renderPage({ school, ...page }), status);
