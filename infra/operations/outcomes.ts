/** How an administrator's command can end, and the exit code of each end: 0 done, 1 failed, 2 wrong use, 3 refused or not confirmed. */
import { Mendable, sentenceOfSystem } from "../local/command-line.ts";

/** The command was understood and not carried out: nobody confirmed it, or the school's own rules speak against it. */
export class NotDone extends Error {}

/** Something went wrong on the way; the sentence says what stands and what to do. */
export class Failed extends Error {}

/** The code that belongs to what was thrown; undefined for a fault that nobody foresaw. */
export function exitCodeOf(thrown: unknown): 1 | 2 | 3 | undefined {
  if (thrown instanceof Mendable) return 2;
  if (thrown instanceof NotDone) return 3;
  return thrown instanceof Failed || isFromAws(thrown) || sentenceOfSystem(thrown) !== undefined
    ? 1
    : undefined;
}

/** What is told of it, in one sentence or a few. */
export function sentenceOf(thrown: Error): string {
  if (!isFromAws(thrown)) return sentenceOfSystem(thrown) ?? thrown.message;
  if (isUnreadable(thrown))
    return `What answered is not AWS; a proxy or a sign-in page of your network may stand between. Get past it. ${runAgain}`;
  return isAnswer(thrown)
    ? `AWS refused (${thrown.name}): ${thrown.message}`
    : `AWS did not answer (${thrown.name}): ${thrown.message.replace(/\.$/, "")}. ${runAgain}`;
}

const runAgain = "What was done stands, perhaps the last step too; run the command again.";

/** Clients of AWS mark their errors; a missing or outdated key has a name of its own. */
const isFromAws = (thrown: unknown): boolean =>
  thrown instanceof Error && ("$metadata" in thrown || thrown.name === "CredentialsProviderError");

/** The SDK says so of an answer that it cannot read, such as a page where it expects JSON or XML. */
const isUnreadable = ({ message }: Error): boolean => message.includes("Deserialization error");

/** Only what came back over the wire has a status; a key that is missing is found out before. */
const isAnswer = (thrown: Error): boolean =>
  thrown.name === "CredentialsProviderError" ||
  (thrown as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== undefined;
