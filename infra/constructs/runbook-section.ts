/** The sections of docs/runbook.md, by symptom: every alarm names the one that says what to do. */
export const runbookSections = [
  "a-page-or-a-task-ends-in-a-fault",
  "people-see-an-error-page",
  "reminders-or-answers-are-late",
  "work-lies-among-the-dead-letters",
  "nobody-knows-whether-a-mail-was-sent",
  "somebody-got-a-mail-twice",
  "ses-takes-no-mail",
  "a-letter-cannot-be-written",
  "mail-bounces-or-is-called-spam",
  "the-days-mail-is-nearly-used-up",
  "the-account-costs-more-than-planned",
] as const;
export type RunbookSection = (typeof runbookSections)[number];

export const linkTo = (section: RunbookSection): string => `docs/runbook.md#${section}`;
