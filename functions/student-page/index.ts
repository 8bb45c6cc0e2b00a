/** Shows a student his or her mentors, meetings, goals and free time, and takes what he or she changes. */

import { freeTimeRoutes } from "../../shared/own-page/free-time.ts";
import { ownApp } from "../../shared/own-page/own-page.ts";
import { profileRoutes } from "../../shared/own-page/profile.ts";
import { verbRoutes } from "../../shared/own-page/verb-routes.ts";
import { type PagesHandler, pagesHandler } from "../../shared/pages/lambda.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { goalRoutes } from "./goals.ts";
import { meetingRoutes } from "./meetings.ts";
import { studentProfile } from "./profile.ts";

export const studentPage = (runtime: Runtime): PagesHandler => {
  const app = ownApp(runtime, "student");
  meetingRoutes(app, runtime);
  goalRoutes(app, runtime);
  freeTimeRoutes(app, runtime, "student");
  profileRoutes(app, runtime, studentProfile);
  verbRoutes(app, runtime, "student");
  return pagesHandler(app);
};

export const handler = onLambda(studentPage);
