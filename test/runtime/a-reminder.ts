/** The student's reminder, handed to SES at the world's beginning and not heard of since. */
import type { Message } from "../../shared/domain/messages.ts";
import { startAt } from "../local/small-world.ts";

export const aReminder = (changes: Partial<Message> = {}): Message => ({
  id: "m",
  letter: "reminder",
  to: { personId: "wei" },
  role: "student",
  data: {},
  state: "sending",
  plannedAt: startAt,
  sendAt: startAt,
  notAfter: startAt + 1e8,
  attempt: 1,
  claimedAt: startAt,
  ...changes,
});
