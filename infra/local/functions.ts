/** The product's functions by their names in the catalogue, as the local world calls them. */
import { administratorPage } from "../../functions/administrator-page/index.ts";
import { answer } from "../../functions/answer/index.ts";
import { importPeople } from "../../functions/import-people/index.ts";
import { mailEvents } from "../../functions/mail-events/index.ts";
import { mentorPage } from "../../functions/mentor-page/index.ts";
import { openMonth } from "../../functions/open-month/index.ts";
import { signUp } from "../../functions/sign-up/index.ts";
import { studentPage } from "../../functions/student-page/index.ts";
import { sweep } from "../../functions/sweep/index.ts";
import { wake } from "../../functions/wake/index.ts";
import type { FunctionFactories } from "./function-factories.ts";

export const functions: FunctionFactories = {
  "sign-up": signUp,
  "student-page": studentPage,
  "mentor-page": mentorPage,
  "administrator-page": administratorPage,
  "import-people": importPeople,
  answer,
  wake,
  sweep,
  "open-month": openMonth,
  "mail-events": mailEvents,
};
