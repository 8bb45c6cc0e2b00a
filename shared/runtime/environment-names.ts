/** What a function is told at its start, by name: the stack writes these variables and the runtime reads them. */
export const environmentNames = [
  /** The school's one table. */
  "TABLE_NAME",
  /** Root of the school's pages, without a slash at the end. */
  "SITE_URL",
  /** The SES configuration set whose events settle each message. */
  "CONFIGURATION_SET",
  /** The Scheduler group that holds the school's one-time schedules. */
  "CLOCK_GROUP",
  /** The queue those schedules put their word on. */
  "CLOCK_QUEUE_ARN",
  /** The role in whose name Scheduler writes to that queue. */
  "CLOCK_ROLE_ARN",
  /** The checked school, packed by `packSchool`. */
  "SCHOOL",
] as const;

export type EnvironmentName = (typeof environmentNames)[number];
export type FunctionEnvironment = Readonly<Record<EnvironmentName, string>>;
