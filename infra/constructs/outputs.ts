/** What a deployment says at its end: what to do next, and the names by which an administrator's commands find the school. */
import { CfnOutput, type Stack } from "aws-cdk-lib";
import type { DnsRecord, SenderProof } from "./sender-identity.ts";

/** In the order in which they are to be done; the key begins with its number. */
export function sayNextSteps(
  stack: Stack,
  {
    schoolId,
    schoolsFolder,
    siteUrl,
    senderAddress,
    dnsRecords,
    senderProof,
  }: {
    schoolId: string;
    /** Where the school's file is, when it is not where the commands look by themselves. */
    schoolsFolder: string | undefined;
    siteUrl: string;
    senderAddress: string;
    dnsRecords: readonly DnsRecord[];
    senderProof: SenderProof;
  },
): void {
  const say = (key: string, value: string, description: string) =>
    new CfnOutput(stack, key, { value, description });
  for (const [index, { name, type, value }] of dnsRecords.entries()) {
    say(
      `Step1DnsRecord${index + 1}`,
      `${name} ${type} ${value}`,
      "Put this record into the DNS of the sender's domain; SES then proves it by itself, mostly within the hour.",
    );
  }
  if (senderProof === "address")
    say(
      "Step1ProveTheAddress",
      `Press the link in the mail that AWS has sent to ${senderAddress}.`,
      "Nothing can be sent before that.",
    );
  say(
    "Step2LeaveTheSandbox",
    "aws sesv2 get-account --query ProductionAccessEnabled",
    `Says false while SES is in its sandbox and mails only proven addresses; ask for production access as docs/deploy.md says. Mail goes out from ${senderAddress}.`,
  );
  say(
    "Step3ConfirmTheAlarms",
    "Each administrator presses Confirm subscription in the mail from AWS Notifications.",
    "Alarms reach nobody before that.",
  );
  say(
    "Step4OpenThePages",
    siteUrl,
    "An administrator of the school's file signs in here with his or her address and gets a link by mail.",
  );
  say(
    "Step5InviteTheFirstPeople",
    `npm run ops -- invite ${schoolId} FILE --dry-run${schoolsFolder === undefined ? "" : ` --schools ${asOneWord(schoolsFolder)}`}`,
    "Invites the people of a roster or list; without --dry-run it sends.",
  );
}

/** As a shell takes it for one word, also with spaces in it. */
const asOneWord = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);

/** Under the names of infra/operations/stack-outputs.ts. */
export function sayNames(stack: Stack, parts: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(parts)) new CfnOutput(stack, key, { value });
}
