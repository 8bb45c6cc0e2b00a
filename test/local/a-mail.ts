/** A plain mail to try the local SES with. */
import { SendRawEmailCommand, type SendRawEmailCommandInput } from "@aws-sdk/client-ses";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { school } from "./small-world.ts";

export const mailLines = (to: string, subject = "Hello"): string[] => [
  `From: "${school.sender.name}" <${school.sender.address}>`,
  `To: ${to}`,
  `Subject: ${subject}`,
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "See you on Thursday.",
  "",
];

/** Sends lines as a mail; `changes` replaces parts of the request. */
export function sendMail(
  runtime: Runtime,
  to: string,
  changes: Partial<SendRawEmailCommandInput> & { lines?: string[] } = {},
) {
  const { lines = mailLines(to), ...input } = changes;
  return runtime.ses.send(
    new SendRawEmailCommand({
      Source: school.sender.address,
      Destinations: [to],
      RawMessage: { Data: new TextEncoder().encode(lines.join("\r\n")) },
      ConfigurationSetName: runtime.configurationSet,
      Tags: [
        { Name: "message", Value: "m-1" },
        { Name: "attempt", Value: "1" },
      ],
      ...input,
    }),
  );
}
