/** What SES allows is told in a sentence, with what to do where it is not enough. */
import { SESClient } from "@aws-sdk/client-ses";
import { expect, it } from "vitest";
import {
  askMailAllowance,
  type MailAllowance,
  mailAllowanceInWords,
} from "../../infra/operations/mail-allowance.ts";

const usual: MailAllowance = { asked: true, isPaused: false, perDay: 50_000, perSecond: 14, sentToday: 120 };
const calm = "SES takes 50,000 mails a day and 14 a second. In the last 24 hours it took 120.";

it.each<[string, Partial<typeof usual>, string]>([
  ["an ordinary day", {}, calm],
  ["just below four fifths", { sentToday: 39_999 }, calm.replace("120", "39,999")],
  [
    "four fifths of the day's mails",
    { sentToday: 40_000 },
    `${calm.replace("120", "40,000")} That is close to the limit: ask for a higher quota in Service Quotas, and what does not fit waits for tomorrow.`,
  ],
  ["no limit", { perDay: undefined }, "SES takes 14 mails a second. In the last 24 hours it took 120."],
  [
    "the sandbox",
    { perDay: 200, perSecond: 1 },
    "SES is in its sandbox: it takes 200 mails a day, and only to addresses that are proven. Ask for production access (docs/deploy.md).",
  ],
  [
    "an account that is paused",
    { isPaused: true, perDay: 200 },
    "SES has stopped all mail of this account. Read AWS's mail about it, mend what it names, and ask for a review in the SES console.",
  ],
])("%s", (_, more, words) => {
  expect(mailAllowanceInWords({ ...usual, ...more })).toBe(words);
});

/** SES's answers on the wire (API reference 2010-12-01). */
function sesThatSays(statusCode: number, answers: Readonly<Record<string, string>>): SESClient {
  return new SESClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "here", secretAccessKey: "only" },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ body }: { body: string }) => {
        const action = /Action=(\w+)/.exec(body)![1]!;
        const bytes = new TextEncoder().encode(answers[action] ?? answers.any);
        return { response: { statusCode, headers: {}, body: bytes } };
      },
    } as never,
  });
}

const quota = (perDay: number) =>
  `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult><Max24HourSend>${perDay}</Max24HourSend><MaxSendRate>1.0</MaxSendRate><SentLast24Hours>7.0</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>`;
const enabled = (is: boolean) =>
  `<GetAccountSendingEnabledResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetAccountSendingEnabledResult><Enabled>${is}</Enabled></GetAccountSendingEnabledResult></GetAccountSendingEnabledResponse>`;

it("is read off SES's answers", async () => {
  const ask = (perDay: number, is: boolean) =>
    askMailAllowance({
      ses: sesThatSays(200, { GetSendQuota: quota(perDay), GetAccountSendingEnabled: enabled(is) }),
    });
  expect(await ask(200, false)).toEqual({
    asked: true,
    isPaused: true,
    perDay: 200,
    perSecond: 1,
    sentToday: 7,
  });
  expect(await ask(-1, true)).toMatchObject({ isPaused: false, perDay: undefined });
});

it("says why SES could not be asked", async () => {
  const denied = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>`;
  const allowance = await askMailAllowance({ ses: sesThatSays(403, { any: denied }) });
  expect(allowance).toEqual({ asked: false, why: "AccessDenied" });
  expect(mailAllowanceInWords(allowance)).toBe(
    "SES could not be asked how much mail it takes (AccessDenied).",
  );
});
