/** Ends whatever a person who leaves for good still shares with others, and sees that they hear of it while his or her name is still known. */
import type { LetterName } from "../domain/letter-rules.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import { type Message, messageSchema } from "../domain/messages.ts";
import { everyRecord } from "../records/every-record.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { saveMessage } from "../records/messages.ts";
import { transact } from "../records/table.ts";
import { actOnMentorship } from "./act-on-mentorship.ts";
import type { Runtime } from "./runtime.ts";
import { sendMessage } from "./send-message.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** These must be out before the name is gone that stands in them. */
const lastWords: readonly LetterName[] = ["called-off", "goodbye", "suggestions"];

/** Ends every open mentorship through its own life, which also calls off what is booked. Answers how many there were. */
export async function endMentorships(runtime: Runtime, personId: string): Promise<number> {
  let ended = 0;
  for (const mentorship of await loadMentorshipsOf(tableOf(runtime), personId)) {
    const event = endOf(mentorship, personId);
    if (event && (await actOnMentorship(runtime, mentorship.id, event)).ok) ended++;
  }
  return ended;
}

const endOf = ({ state, studentId }: Mentorship, personId: string) => {
  if (state === "proposed") return { type: "set-aside", by: "administrator" } as const;
  if (state !== "offered" && state !== "agreeing" && state !== "active") return undefined;
  return studentId === personId
    ? ({ type: "student-left", by: "student" } as const)
    : ({ type: "declined", by: "mentor", leaves: "mentor" } as const);
};

/** Sends the last words about these mentorships now, in quiet hours too: tomorrow nobody knows the name. Answers how many could not go out. */
export async function sendLastWords(runtime: Runtime, mentorshipIds: ReadonlySet<string>): Promise<number> {
  const waiting: Message[] = [];
  for await (const record of everyRecord(tableOf(runtime))) {
    if (record.sk !== "message" || record.state !== "planned") continue;
    const message = messageSchema.parse(record);
    if (lastWords.includes(message.letter) && mentorshipIds.has(message.mentorshipId ?? ""))
      waiting.push(message);
  }
  let left = 0;
  for (const message of waiting) if (!(await isSent(runtime, message))) left++;
  return left;
}

async function isSent(runtime: Runtime, planned: Message): Promise<boolean> {
  const table = tableOf(runtime);
  const now = runtime.now();
  const hurried = { ...planned, sendAt: Math.min(planned.sendAt, now) };
  if (hurried.sendAt < planned.sendAt)
    await transact(table, [saveMessage(table, hurried, planned)], newAttemptToken(runtime));
  return (await sendMessage(runtime, hurried)).state !== "planned";
}
