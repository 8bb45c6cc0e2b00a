/** The one call that hands a mail to SES, and what its answer means: taken, refused for now, refused for good, or nobody knows. */
import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Message } from "../domain/messages.ts";
import type { NotNow } from "../domain/parking.ts";
import type { Runtime } from "./runtime.ts";

export type Outcome =
  | { state: "accepted"; sesMessageId: string }
  | { state: "not-now"; why: NotNow }
  | { state: "failed" }
  | { state: "in-doubt" };

/** SES said that it did not take the mail; the same mail may be tried again later. */
const refusedForNow: Readonly<Record<string, NotNow>> = {
  Throttling: "rate",
  ThrottlingException: "rate",
  TooManyRequestsException: "rate",
  LimitExceededException: "quota",
  ServiceUnavailable: "paused",
  AccountSendingPausedException: "paused",
  ConfigurationSetSendingPausedException: "paused",
  AccessDenied: "denied",
  AccessDeniedException: "denied",
};
/** SES will never take this mail. */
const refusedForGood = new Set([
  "MessageRejected",
  "MailFromDomainNotVerifiedException",
  "InvalidParameterValue",
  "ConfigurationSetDoesNotExistException",
  "ConfigurationSetDoesNotExist",
]);

/** What a refusal of SES means. The rate and the day's quota have one name, and only the words tell them apart. */
function meaningOf({ name, message }: Error): Outcome {
  const why = refusedForNow[name];
  if (why === "rate" && /quota/i.test(message)) return { state: "not-now", why: "quota" };
  if (why) return { state: "not-now", why };
  return refusedForGood.has(name) ? { state: "failed" } : { state: "in-doubt" };
}

/** Tries once. `tags` come back with every event about the mail; they are ids and counts, never anybody's data. */
export async function handToSes(
  runtime: Runtime,
  mail: { address: string; mime: Uint8Array; tags: Readonly<Record<string, string>> },
): Promise<Outcome> {
  try {
    const { MessageId } = await runtime.ses.send(
      new SendRawEmailCommand({
        Source: runtime.school.sender.address,
        Destinations: [mail.address],
        RawMessage: { Data: mail.mime },
        ConfigurationSetName: runtime.configurationSet,
        Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
    return { state: "accepted", sesMessageId: MessageId ?? "" };
  } catch (error) {
    const outcome = meaningOf(error as Error);
    runtime.log({
      event: "mail-not-accepted",
      fault: (error as Error).name,
      meaning: outcome.state === "not-now" ? outcome.why : outcome.state,
      ...mail.tags,
    });
    return outcome;
  }
}

export const tagsOf = ({ id, attempt, letter }: Message): Record<string, string> => ({
  message: id,
  attempt: String(attempt),
  letter,
});
