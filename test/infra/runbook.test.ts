/** What the runbook has somebody type is there: CDK's options, and what a stack calls its parts. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { SNSEvent } from "aws-lambda";
import { expect, it } from "vitest";
import { catalogue } from "../../functions/catalogue.ts";
import { mailEvents } from "../../functions/mail-events/index.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { ofType, pascal, stacksOf } from "./stack-of.ts";

const page = readFileSync("docs/runbook.md", "utf8");
const [house] = stacksOf("riverside");

it("says how to put back what was changed by hand: CDK by itself compares templates alone", () => {
  const options = new Set([...page.matchAll(/cdk deploy \S+ (--[a-z-]+)/g)].map(([, option]) => option));
  expect([...options]).toEqual(["--revert-drift"]);
  const help = execFileSync("node_modules/.bin/cdk", ["deploy", "--help"], {
    encoding: "utf8",
    env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: "true" },
  });
  expect([...options].filter((option) => !help.includes(`${option} `))).toEqual([]);
  // Whoever deploys without it, to mend what somebody did, mends nothing.
  expect(page).not.toMatch(/deploy(ing)? (it )?again/i);
});

it("calls the group of schedules and the front door's log as the stack does", () => {
  const named = (type: string, property: string) =>
    ofType(house!, type).flatMap(([, { Properties }]) => (Properties[property] as string | undefined) ?? []);
  const names = [
    ...named("AWS::Scheduler::ScheduleGroup", "Name"),
    ...named("AWS::Logs::LogGroup", "LogGroupName"),
  ];
  const missing = names.filter((name) => !page.includes(` ${name.replace("riverside", "SCHOOL")}`));
  expect(missing).toEqual([]);
  expect(names.length).toBe(2);
});

it("finds the dead letters by what the stack calls them: CloudFormation cuts a queue's name that is too long", () => {
  const queues = ofType(house!, "AWS::SQS::Queue")
    .map(([id]) => id)
    .filter((id) => !id.startsWith("ClockQueue"));
  const named = [...page.matchAll(/`(\w+[0-9A-F]{8})`/g)].map(([, id]) => id);
  expect(named).toEqual(queues);
  const asked = [...page.matchAll(/--logical-resource-id (\w+)/g)].map(([, id]) => id);
  expect(asked).toEqual([queues[0]]);
  expect([...page.matchAll(/--queue-name-prefix \S+/g)]).toEqual([]);
});

it("has news from SES that was put aside given back in the form that its function takes", async () => {
  const said: string[] = [];
  const take = mailEvents({ log: ({ event }) => void said.push(event) } as Runtime);
  const news = { eventType: "Open", mail: { messageId: "m", destination: ["a@riverside.example.edu"] } };
  const fromSns = { Type: "Notification", MessageId: "1", Message: JSON.stringify(news) };
  // As Lambda puts a start aside that failed (Lambda guide, "Capturing records of asynchronous invocations").
  const fromLambda = {
    version: "1.0",
    requestContext: { condition: "RetriesExhausted" },
    requestPayload: { Records: [{ EventSource: "aws:sns", Sns: fromSns }] },
  };
  const form = /goes into `([^`]+)`/.exec(page)![1]!;
  const given = [
    fromLambda[/the body's `(\w+)`/.exec(page)![1] as "requestPayload"],
    JSON.parse(form.replace("BODY", JSON.stringify(fromSns))),
  ] as SNSEvent[];
  for (const event of given) await take(event);
  expect(said).toEqual([]);
  // The body as it lies there is not taken.
  await expect(take(fromLambda as unknown as SNSEvent)).rejects.toThrow();
  await expect(take(fromSns as unknown as SNSEvent)).rejects.toThrow();
});

it("names every function that may have shown an error page", () => {
  const named = /logs of the page functions \(([^)]+)\)/.exec(page)![1]!;
  const pages = catalogue.filter(({ opensBy }) => opensBy.by === "pages").map(({ name }) => pascal(name));
  expect([...named.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(pages);
});
