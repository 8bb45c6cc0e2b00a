/** How much mail SES lets the school's account send, and what to do when it is not enough. */
import { GetAccountSendingEnabledCommand, GetSendQuotaCommand } from "@aws-sdk/client-ses";
import type { Runtime } from "../../shared/runtime/runtime.ts";

/** `isPaused`: AWS or the account has stopped all mail. `perDay` is undefined where SES sets no limit. */
export type MailAllowance =
  | { asked: true; isPaused: boolean; perDay: number | undefined; perSecond: number; sentToday: number }
  | { asked: false; why: string };

/** What SES grants an account that has not been let out of its sandbox (SES developer guide, "Request production access"). */
const sandboxPerDay = 200;
/** The share of a day's mails at which the alarm rings too. */
const fullAt = 0.8;

/** Asks SES; whoever may not ask learns that, and the rest of the status all the same. */
export async function askMailAllowance({ ses }: Pick<Runtime, "ses">): Promise<MailAllowance> {
  try {
    const [quota, { Enabled }] = await Promise.all([
      ses.send(new GetSendQuotaCommand({})),
      ses.send(new GetAccountSendingEnabledCommand({})),
    ]);
    const { Max24HourSend = 0, MaxSendRate = 0, SentLast24Hours = 0 } = quota;
    return {
      asked: true,
      isPaused: Enabled === false,
      perDay: Max24HourSend < 0 ? undefined : Max24HourSend,
      perSecond: MaxSendRate,
      sentToday: SentLast24Hours,
    };
  } catch (error) {
    return { asked: false, why: (error as Error).name };
  }
}

/** One sentence on what SES allows, and one on what to do where that is not enough. */
export function mailAllowanceInWords(allowance: MailAllowance): string {
  if (!allowance.asked) return `SES could not be asked how much mail it takes (${allowance.why}).`;
  const { isPaused, perDay, perSecond, sentToday } = allowance;
  if (isPaused)
    return "SES has stopped all mail of this account. Read AWS's mail about it, mend what it names, and ask for a review in the SES console.";
  if (perDay === undefined) return `SES takes ${count(perSecond)} mails a second. ${today(sentToday)}`;
  if (perDay <= sandboxPerDay)
    return `SES is in its sandbox: it takes ${count(perDay)} mails a day, and only to addresses that are proven. Ask for production access (docs/deploy.md).`;
  const limits = `SES takes ${count(perDay)} mails a day and ${count(perSecond)} a second. ${today(sentToday)}`;
  return sentToday < perDay * fullAt
    ? limits
    : `${limits} That is close to the limit: ask for a higher quota in Service Quotas, and what does not fit waits for tomorrow.`;
}

const today = (sent: number): string => `In the last 24 hours it took ${count(sent)}.`;
const count = (number: number): string => number.toLocaleString("en-US");
