/** Every alarm says who is hurt and where it is written what to do, and reaches each administrator. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../functions/catalogue.ts";
import { runbookSections } from "../../infra/constructs/runbook-section.ts";
import { environmentNames } from "../../shared/runtime/environment-names.ts";
import { asGiven, inWords, ofType, pascal, type Resource, stacksOf, stacksWith, theOne } from "./stack-of.ts";

const [house] = stacksOf("riverside") as [ReturnType<typeof stacksOf>[number]];
const alarms = ofType(house, "AWS::CloudWatch::Alarm").map(([id, { Properties }]) => ({
  id: id.replace(/Alarm[0-9A-F]{8}$/, ""),
  description: Properties.AlarmDescription as string,
  properties: Properties,
}));

/** Headings of the runbook as the anchors that GitHub makes of them. */
const anchors = [...readFileSync("docs/runbook.md", "utf8").matchAll(/^## (.+)$/gm)].map(([, heading]) =>
  heading!
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-"),
);

it("rings for faults, error pages, dead letters, and mail that is late, in doubt, doubled, refused, not written or unwelcome", () => {
  const told = alarms.map(
    ({ id, properties: { Namespace, MetricName, Threshold, Period, EvaluationPeriods } }) =>
      [id, Namespace, MetricName, Threshold, `${EvaluationPeriods} × ${Period} s`].join(" | "),
  );
  const expected = [
    ...catalogue.map(({ name }) => `${pascal(name)} | AWS/Lambda | Errors | 1 | 1 × 300 s`),
    "PagesWatch | AWS/ApiGateway | 5xx | 1 | 1 × 300 s",
    "ClockDeadLettersWatch | AWS/SQS | ApproximateNumberOfMessagesVisible | 1 | 1 × 300 s",
    "LostStartsWatch | AWS/SQS | ApproximateNumberOfMessagesVisible | 1 | 1 × 300 s",
    "MailOverdueWatch | MentorRounds/mentor-rounds-riverside | OldestOverdueSeconds | 1800 | 2 × 900 s",
    "MailUnknownWatch | MentorRounds/mentor-rounds-riverside | MailUnknown | 1 | 1 × 300 s",
    "MailFeedSilentWatch | MentorRounds/mentor-rounds-riverside | MailFeedSilent | 1 | 3 × 300 s",
    "MailBrakedWatch | MentorRounds/mentor-rounds-riverside | MailBraked | 1 | 1 × 300 s",
    "MailTwiceWatch | MentorRounds/mentor-rounds-riverside | MailTwice | 1 | 1 × 300 s",
    "MailNotTakenWatch | MentorRounds/mentor-rounds-riverside | MailNotTaken | 1 | 1 × 300 s",
    "MailNotWrittenWatch | MentorRounds/mentor-rounds-riverside | MailNotWritten | 1 | 1 × 300 s",
    "MailBouncesWatch | AWS/SES | Reputation.BounceRate | 0.05 | 1 × 3600 s",
    "MailComplaintsWatch | AWS/SES | Reputation.ComplaintRate | 0.001 | 1 × 3600 s",
    "MailQuotaWatch | AWS/SES | Send | 40000 | 1 × 86400 s",
  ];
  expect(told.sort()).toEqual(expected.sort());
});

it("a function's alarm watches that function, and begins with who is hurt", () => {
  for (const { name, whoIsHurt } of catalogue) {
    const alarm = alarms.find(({ id }) => id === pascal(name))!;
    const [dimension] = alarm.properties.Dimensions as [{ Value: unknown }];
    expect(inWords(dimension.Value)).toBe(theOne(house, "AWS::Lambda::Function", pascal(name))[0]);
    expect(alarm.description).toBe(
      `${whoIsHurt} The function ${name} ended in a fault. What to do: docs/runbook.md#a-page-or-a-task-ends-in-a-fault`,
    );
  }
});

it.each(alarms)(
  "$id: a sentence for who is hurt, one for what is wrong, and a section that exists",
  (alarm) => {
    const [, anchor] =
      /^[A-Z].+\. [A-Z].+\. What to do: docs\/runbook\.md#([a-z-]+)$/.exec(alarm.description) ?? [];
    expect(anchors).toContain(anchor);
  },
);

it("the runbook has every section that an alarm can name", () => {
  expect(runbookSections.filter((section) => !anchors.includes(section))).toEqual([]);
});

it("only the silence of the sweep is itself an alarm", () => {
  const breaching = alarms.filter(({ properties }) => properties.TreatMissingData === "breaching");
  expect(breaching.map(({ id }) => id)).toEqual(["MailOverdueWatch"]);
});

it("every alarm reaches each administrator", () => {
  const [topic] = theOne(house, "AWS::SNS::Topic", "AlarmTopic");
  for (const { properties } of alarms)
    expect((properties.AlarmActions as unknown[]).map(inWords)).toEqual([topic]);
  const readers = ofType(house, "AWS::SNS::Subscription").filter(
    ([, { Properties }]) => Properties.Protocol === "email",
  );
  expect(readers.map(([, { Properties }]) => [inWords(Properties.TopicArn), Properties.Endpoint])).toEqual([
    [topic, "programme@riverside.example.edu"],
  ]);
});

describe("figures that are read off the log", () => {
  const filters = ofType(house, "AWS::Logs::MetricFilter").map(([, { Properties }]) => {
    const [{ MetricName, MetricValue }] = Properties.MetricTransformations as [Record<string, string>];
    const log = inWords(Properties.LogGroupName).replace(/Log[0-9A-F]{8}$/, "");
    return `${log}: ${MetricName} = ${MetricValue} where ${Properties.FilterPattern}`;
  });

  it("what is overdue, in doubt and doubled by those who know it, what was refused or not written by everybody who sends", () => {
    const senders = catalogue.filter(({ may }) => (may as readonly string[]).includes("send-mail"));
    expect(filters.sort()).toEqual(
      [
        'Sweep: OldestOverdueSeconds = $.oldestOverdueSeconds where { $.event = "sweep" }',
        'Sweep: MailUnknown = 1 where { $.event = "mail-unknown" }',
        'Sweep: MailFeedSilent = 1 where { $.event = "mail-feed-silent" }',
        'MailEvents: MailBraked = 1 where { $.event = "optional-mail-stopped" }',
        'MailEvents: MailTwice = 1 where { $.event = "mail-duplicate" }',
        ...senders.map(
          ({ name }) =>
            `${pascal(name)}: MailNotTaken = 1 where { ($.event = "mail-not-accepted") && (($.meaning = "paused") || ($.meaning = "denied") || ($.meaning = "quota") || ($.meaning = "failed")) }`,
        ),
        ...senders.map(
          ({ name }) => `${pascal(name)}: MailNotWritten = 1 where { $.event = "letter-not-written" }`,
        ),
      ].sort(),
    );
  });

  it("each takes the line it is for and no other, as a function writes it on Lambda", () => {
    const lines = [
      { event: "sweep", oldestOverdueSeconds: 1800 },
      { event: "mail-unknown", message: "m" },
      { event: "mail-feed-silent", inDoubt: 1 },
      { event: "optional-mail-stopped" },
      { event: "mail-duplicate", message: "m" },
      { event: "letter-not-written", message: "m" },
      ...["paused", "denied", "quota", "failed", "rate", "in-doubt"].map((meaning) => ({
        event: "mail-not-accepted",
        meaning,
      })),
    ];
    const written = writtenOnLambda(lines).split("\n");
    expect(written.pop()).toBe("");
    const taken = (pattern: string) =>
      written.flatMap((line, index) => (takes(pattern, line) ? [index] : []));
    const filtersOf = (metric: string) =>
      ofType(house, "AWS::Logs::MetricFilter").filter(
        ([, { Properties }]) =>
          (Properties.MetricTransformations as { MetricName: string }[])[0]!.MetricName === metric,
      );
    for (const [metric, wanted] of Object.entries({
      OldestOverdueSeconds: [0],
      MailUnknown: [1],
      MailFeedSilent: [2],
      MailBraked: [3],
      MailTwice: [4],
      MailNotWritten: [5],
      MailNotTaken: [6, 7, 8, 9],
    }))
      for (const [, { Properties }] of filtersOf(metric))
        expect([metric, taken(Properties.FilterPattern as string)]).toEqual([metric, wanted]);
  });

  it.each([
    ["sweep", "functions/sweep/index.ts"],
    ["mail-unknown", "shared/runtime/settle-doubts.ts"],
    ["mail-feed-silent", "shared/runtime/settle-doubts.ts"],
    ["mail-duplicate", "shared/runtime/mail-event.ts"],
    ["optional-mail-stopped", "shared/runtime/mail-brake.ts"],
    ["letter-not-written", "shared/runtime/send-message.ts"],
    ["mail-not-accepted", "shared/runtime/hand-to-ses.ts"],
  ])("a line %s is written by %s", (event, file) => {
    expect(readFileSync(file, "utf8")).toContain(`event: "${event}"`);
  });
});

it("the dashboard shows every alarm, and can be left out", () => {
  const [, { Properties }] = theOne(house, "AWS::CloudWatch::Dashboard");
  const body = JSON.stringify(Properties.DashboardBody);
  const shown = ofType(house, "AWS::CloudWatch::Alarm").filter(([id]) => body.includes(`"${id}","Arn"`));
  expect(shown.length).toBe(alarms.length);
  const [plain] = stacksWith({ ...asGiven, dashboard: false }, "riverside");
  expect(ofType(plain!, "AWS::CloudWatch::Dashboard")).toEqual([]);
});

it("a budget gives word at 80 % spent and 100 % foreseen, where one is asked for", () => {
  expect(ofType(house, "AWS::Budgets::Budget")).toEqual([]);
  const [thrifty] = stacksWith({ ...asGiven, budgetDollars: 20 }, "riverside");
  const [, { Properties }] = theOne(thrifty!, "AWS::Budgets::Budget");
  expect(Properties.Budget).toEqual({
    BudgetType: "COST",
    TimeUnit: "MONTHLY",
    BudgetLimit: { Amount: 20, Unit: "USD" },
  });
  const notices = Properties.NotificationsWithSubscribers as {
    Notification: { NotificationType: string; Threshold: number };
    Subscribers: [{ Address: unknown }];
  }[];
  const [topic] = theOne(thrifty!, "AWS::SNS::Topic", "AlarmTopic");
  expect(
    notices.map(({ Notification, Subscribers: [{ Address }] }) => [
      Notification.NotificationType,
      Notification.Threshold,
      inWords(Address),
    ]),
  ).toEqual([
    ["ACTUAL", 80, topic],
    ["FORECASTED", 100, topic],
  ]);
});

/** What a function's log looks like on Lambda, whose Node.js runtime puts time, request and level before what `console` writes. */
function writtenOnLambda(lines: readonly object[]): string {
  const script = `
    console.log = (text) => process.stdout.write("2026-12-01T08:00:00.000Z\\trequest\\tINFO\\t" + text + "\\n");
    const { runtimeFromEnvironment } = await import("./shared/runtime/from-environment.ts");
    const { log } = runtimeFromEnvironment();
    for (const line of ${JSON.stringify(lines)}) log(line);
  `;
  const [[, { Properties }]] = ofType(house, "AWS::Lambda::Function") as [[string, Resource]];
  const { SCHOOL } = (Properties.Environment as { Variables: { SCHOOL: string } }).Variables;
  const env = {
    ...process.env,
    ...Object.fromEntries(environmentNames.map((name) => [name, "any"])),
    SCHOOL,
    AWS_REGION: "us-east-1",
  };
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", env });
}

/** CloudWatch's filter patterns for JSON, as far as ours go (CloudWatch Logs user guide, "Filter pattern syntax"): they take nothing but JSON. */
function takes(pattern: string, line: string): boolean {
  const parsed = jsonOf(line);
  if (parsed === undefined) return false;
  const all = pattern.replace(/^\{ (.*) \}$/, "$1").split(" && ");
  return all.every((part) =>
    [...part.matchAll(/\$\.(\w+) = "([^"]*)"/g)].some(([, field, value]) => parsed[field!] === value),
  );
}

function jsonOf(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
