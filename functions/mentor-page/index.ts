/** Shows a mentor his or her students, meetings, thanks and free time, and takes what he or she changes. */

import { freeTimeRoutes } from "../../shared/own-page/free-time.ts";
import { ownApp } from "../../shared/own-page/own-page.ts";
import { profileRoutes } from "../../shared/own-page/profile.ts";
import { verbRoutes } from "../../shared/own-page/verb-routes.ts";
import { type PagesHandler, pagesHandler } from "../../shared/pages/lambda.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { meetingRoutes } from "./meetings.ts";
import { mentorProfile } from "./profile.ts";
import { studentRoutes } from "./students.ts";
import { thanksRoutes } from "./thanks.ts";

export const mentorPage = (runtime: Runtime): PagesHandler => {
  const app = ownApp(runtime, "mentor");
  meetingRoutes(app, runtime);
  studentRoutes(app, runtime);
  thanksRoutes(app, runtime);
  freeTimeRoutes(app, runtime, "mentor");
  profileRoutes(app, runtime, mentorProfile);
  verbRoutes(app, runtime, "mentor");
  return pagesHandler(app);
};

export const handler = onLambda(mentorPage);
