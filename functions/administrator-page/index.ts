/** Lets an administrator see people, confirm pairs, open a month and read the mail log. */
import { type PagesHandler, pagesHandler } from "../../shared/pages/lambda.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { administratorApp } from "./administrator-app.ts";
import { howItWorksRoutes } from "./how-it-works.ts";
import { mailLogRoutes } from "./mail-log.ts";
import { monthRoutes } from "./months.ts";
import { overviewRoutes } from "./overview.ts";
import { modeRoutes } from "./pair-modes.ts";
import { pairRoutes } from "./pairs.ts";
import { peopleRoutes } from "./people.ts";

export const administratorPage = (runtime: Runtime): PagesHandler => {
  const app = administratorApp(runtime);
  overviewRoutes(app, runtime);
  peopleRoutes(app, runtime);
  pairRoutes(app, runtime);
  modeRoutes(app, runtime);
  monthRoutes(app, runtime);
  mailLogRoutes(app, runtime);
  howItWorksRoutes(app, runtime);
  return pagesHandler(app);
};

export const handler = onLambda(administratorPage);
