/** Shows a student his or her mentors, meetings, goals and free time, and takes what he or she changes. */
import { type PagesHandler, pagesHandler } from "../../shared/pages/lambda.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { freeTimeRoutes } from "./either-side/free-time.ts";
import { ownApp } from "./either-side/own-page.ts";
import { profileRoutes } from "./either-side/profile.ts";
import { verbRoutes } from "./either-side/verb-routes.ts";
import { goalRoutes } from "./goals.ts";
import { meetingRoutes } from "./meetings.ts";

export const studentPage = (runtime: Runtime): PagesHandler => {
  const app = ownApp(runtime, "student");
  meetingRoutes(app, runtime);
  goalRoutes(app, runtime);
  freeTimeRoutes(app, runtime, "student");
  profileRoutes(app, runtime, "student");
  verbRoutes(app, runtime, "student");
  return pagesHandler(app);
};

export const handler = onLambda(studentPage);
