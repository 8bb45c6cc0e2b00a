/** Every command an administrator has for a school, by name. */
import { audit } from "./commands/audit.ts";
import { erase } from "./commands/erase.ts";
import { exportSchool } from "./commands/export.ts";
import { invite } from "./commands/invite.ts";
import { rebuildSchedules } from "./commands/rebuild-schedules.ts";
import { releaseMail } from "./commands/release-mail.ts";
import { status } from "./commands/status.ts";
import type { Operation } from "./operation.ts";

export const operations: Readonly<Record<string, Operation>> = {
  invite,
  status,
  export: exportSchool,
  erase,
  audit,
  "rebuild-schedules": rebuildSchedules,
  "release-mail": releaseMail,
};
