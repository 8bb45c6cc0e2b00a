/** Rings when mail is late, in doubt, doubled, refused, unwelcome or cannot be written, or when the day's mail is nearly used up. */
import { Duration } from "aws-cdk-lib";
import { type Alarm, type IMetric, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { ringAt, type Trouble } from "./alarm.ts";
import { figureOf, linesOf } from "./log-metric.ts";

export type MailLogs = { sweep: ILogGroup; mailEvents: ILogGroup; senders: readonly ILogGroup[] };

/** Figures of the school's own, as the alarms and the dashboard show them. */
export const mailFigures = (scope: Construct, { sweep, mailEvents, senders }: MailLogs) => ({
  oldestOverdueSeconds: figureOf(
    scope,
    {
      name: "OldestOverdueSeconds",
      lines: linesOf("sweep"),
      field: "oldestOverdueSeconds",
      statistic: "Maximum",
      period: Duration.minutes(15),
    },
    [sweep],
  ),
  unknown: figureOf(
    scope,
    { name: "MailUnknown", lines: linesOf("mail-unknown"), statistic: "Sum", period: Duration.minutes(5) },
    [sweep],
  ),
  feedSilent: figureOf(
    scope,
    {
      name: "MailFeedSilent",
      lines: linesOf("mail-feed-silent"),
      statistic: "Sum",
      period: Duration.minutes(5),
    },
    [sweep],
  ),
  twice: figureOf(
    scope,
    { name: "MailTwice", lines: linesOf("mail-duplicate"), statistic: "Sum", period: Duration.minutes(5) },
    [mailEvents],
  ),
  braked: figureOf(
    scope,
    {
      name: "MailBraked",
      lines: linesOf("optional-mail-stopped"),
      statistic: "Sum",
      period: Duration.minutes(5),
    },
    [mailEvents],
  ),
  notTaken: figureOf(
    scope,
    {
      name: "MailNotTaken",
      lines: linesOf("mail-not-accepted", "meaning", "paused", "denied", "quota", "failed"),
      statistic: "Sum",
      period: Duration.minutes(5),
    },
    senders,
  ),
  notWritten: figureOf(
    scope,
    {
      name: "MailNotWritten",
      lines: linesOf("letter-not-written"),
      statistic: "Sum",
      period: Duration.minutes(5),
    },
    senders,
  ),
});
export type MailFigures = ReturnType<typeof mailFigures>;

/** What SES counts for the whole account, which is what it reviews and pauses; nothing is counted by school. */
const ofAccount = (metricName: string, statistic: string, period: Duration): IMetric =>
  new Metric({ namespace: "AWS/SES", metricName, statistic, period });
export const bounceRate = ofAccount("Reputation.BounceRate", "Average", Duration.hours(1));
export const complaintRate = ofAccount("Reputation.ComplaintRate", "Average", Duration.hours(1));
const sentInADay = ofAccount("Send", "Sum", Duration.days(1));

const troubles = (figures: MailFigures, mailsADay: number): Record<string, Trouble> => ({
  Overdue: {
    whoIsHurt: "Somebody waits for a mail, or a meeting for its next step.",
    what: "Something is overdue by half an hour, or nothing has been swept for as long.",
    runbook: "reminders-or-answers-are-late",
    metric: figures.oldestOverdueSeconds,
    from: 1800,
    periods: 2,
    silence: "is-trouble",
  },
  Unknown: {
    whoIsHurt: "Somebody may have missed a mail.",
    what: "A message is marked unknown: it was handed to SES, and SES never said what became of it.",
    runbook: "nobody-knows-whether-a-mail-was-sent",
    metric: figures.unknown,
  },
  FeedSilent: {
    whoIsHurt: "Somebody may wait for a mail that is lost, and nobody can tell.",
    what: "SES does not say what becomes of mails, so those in doubt stay in doubt.",
    runbook: "nobody-knows-whether-a-mail-was-sent",
    metric: figures.feedSilent,
    periods: 3,
  },
  Twice: {
    whoIsHurt: "Somebody got the same mail twice.",
    what: "SES told of two attempts for one message.",
    runbook: "somebody-got-a-mail-twice",
    metric: figures.twice,
  },
  NotTaken: {
    whoIsHurt: "Nobody gets this school's mail.",
    what: "SES refused a mail: it is in the sandbox, paused, out of quota, or does not know the sender or our right to it.",
    runbook: "ses-takes-no-mail",
    metric: figures.notTaken,
  },
  NotWritten: {
    whoIsHurt: "Somebody gets no mail, and does not know of it.",
    what: "A letter could not be written, for a fault of the product.",
    runbook: "a-letter-cannot-be-written",
    metric: figures.notWritten,
  },
  Braked: {
    whoIsHurt:
      "People do without mail that they might like: nudges for a missing answer, and prompts to say thank you.",
    what: "Too much of this school's mail came back, so optional mail waits.",
    runbook: "mail-bounces-or-is-called-spam",
    metric: figures.braked,
  },
  // SES reviews an account from 5 % bounces and 0.1 % complaints on (SES developer guide, "Reputation metrics").
  Bounces: {
    whoIsHurt: "Soon nobody may get mail from this account: SES pauses those that bounce too often.",
    what: "At least 5 % of the account's mail bounces.",
    runbook: "mail-bounces-or-is-called-spam",
    metric: bounceRate,
    from: 0.05,
  },
  Complaints: {
    whoIsHurt: "Soon nobody may get mail from this account: SES pauses those that are called spam too often.",
    what: "At least 0.1 % of the account's mail is called spam.",
    runbook: "mail-bounces-or-is-called-spam",
    metric: complaintRate,
    from: 0.001,
  },
  Quota: {
    whoIsHurt: "Mail of the next hours may have to wait until tomorrow.",
    what: `The account has sent 80 % of the ${mailsADay.toLocaleString("en-US")} mails it may send in a day.`,
    runbook: "the-days-mail-is-nearly-used-up",
    metric: sentInADay,
    from: Math.ceil(0.8 * mailsADay),
  },
});

export const watchMail = (
  scope: Construct,
  topic: ITopic,
  figures: MailFigures,
  mailsADay: number,
): Alarm[] =>
  Object.entries(troubles(figures, mailsADay)).map(([name, trouble]) =>
    ringAt(topic, new Construct(scope, `Mail${name}Watch`), "Alarm", trouble),
  );
