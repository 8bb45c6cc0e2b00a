/** Whatever the pages for administrators have somebody type for AWS's command line is whole: no command lacks what it cannot do without. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What each command cannot do without (AWS CLI command reference, version 2). */
const needed: Readonly<Record<string, readonly string[]>> = {
  "cloudformation describe-stack-resource": ["--stack-name", "--logical-resource-id"],
  "cloudformation describe-stacks": [],
  "cloudformation list-stack-resources": ["--stack-name"],
  "dynamodb delete-table": ["--table-name"],
  "dynamodb list-backups": [],
  "dynamodb list-tables": [],
  "dynamodb restore-table-from-backup": ["--backup-arn", "--target-table-name"],
  "dynamodb restore-table-to-point-in-time": [
    "--source-table-name",
    "--target-table-name",
    "--restore-date-time",
  ],
  "dynamodb update-continuous-backups": ["--table-name", "--point-in-time-recovery-specification"],
  "dynamodb update-table": ["--table-name"],
  "dynamodb update-time-to-live": ["--table-name", "--time-to-live-specification"],
  "dynamodb wait": ["table-exists", "--table-name"],
  "lambda invoke": ["--function-name", "--payload", "answer.json"],
  "logs describe-log-groups": [],
  "logs tail": [],
  "scheduler create-schedule-group": ["--name"],
  "scheduler get-schedule": ["--name"],
  "sesv2 create-email-identity": ["--email-identity"],
  "sesv2 delete-email-identity": ["--email-identity"],
  "sesv2 delete-suppressed-destination": ["--email-address"],
  "sesv2 get-account": [],
  "sesv2 get-configuration-set-event-destinations": ["--configuration-set-name"],
  "sesv2 get-email-identity": ["--email-identity"],
  "sqs get-queue-attributes": ["--queue-url", "--attribute-names"],
  "sqs purge-queue": ["--queue-url"],
  "sqs receive-message": ["--queue-url"],
  "sqs start-message-move-task": ["--source-arn"],
  "sts get-caller-identity": [],
};

/** Each command with the words behind it, to the end of its line or of its words in a sentence. */
const typed = ["docs/deploy.md", "docs/runbook.md"]
  .map((page) => readFileSync(page, "utf8").replace(/\\\n\s*/g, ""))
  .flatMap((text) =>
    [...text.matchAll(/(?=\baws ([a-z0-9]+ [a-z-]+[^`\n]*))/g)].map(([, command]) => command!),
  );

it("of each it knows what it needs", () => {
  const names = new Set(typed.map((command) => command.split(" ", 2).join(" ")));
  expect([...names].sort()).toEqual(Object.keys(needed).sort());
});

it.each(typed)("%s", (command) => {
  const words = needed[command.split(" ", 2).join(" ")] ?? ["a row above"];
  expect(words.filter((word) => !command.includes(word))).toEqual([]);
});
