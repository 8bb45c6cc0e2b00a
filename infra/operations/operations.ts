/** Every command an administrator has for a school, by name. */
import { audit } from "./commands/audit.ts";
import { exportSchool } from "./commands/export.ts";
import { invite } from "./commands/invite.ts";
import { status } from "./commands/status.ts";
import type { Operation } from "./operation.ts";

export const operations: Readonly<Record<string, Operation>> = {
  invite,
  status,
  export: exportSchool,
  audit,
};
