/** The links of a mail that went out or may have gone out work; those of an attempt that was refused lead nowhere. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Message } from "../../shared/domain/messages.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { addMessage, loadMessage } from "../../shared/records/messages.ts";
import { transact } from "../../shared/records/table.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { sendMessage, sendOnceMore } from "../../shared/runtime/send-message.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";
import {
  gone,
  isClaim,
  messageRejected,
  openReminder,
  type ReminderWorld,
  rateExceeded,
} from "../runtime/one-reminder.ts";

let world: ReminderWorld;
/** A sender's, whose clock goes on while it claims. */
let runtime: Runtime;
let claimTakes: number;
let planned: Message;

beforeEach(async () => {
  let late = 0;
  claimTakes = 0;
  world = await openReminder(
    () => undefined,
    undefined,
    async ({ body }) => {
      if (isClaim(body)) late += claimTakes;
    },
  );
  runtime = { ...world.runtime, now: () => world.now() + late };
  const mentorship = (await listMentorships(tableOf(runtime)))[0]!;
  planned = {
    id: "to-wei",
    letter: "paired",
    to: { personId: mentorship.studentId },
    role: "student",
    mentorshipId: mentorship.id,
    data: {},
    state: "planned",
    plannedAt: world.now(),
    sendAt: world.now(),
    notAfter: world.now() + 1e9,
    attempt: 0,
  };
  await transact(tableOf(runtime), [addMessage(tableOf(runtime), planned)], newAttemptToken(runtime));
});
afterEach(() => world.close());

const stored = async (): Promise<Message> => (await loadMessage(tableOf(world.runtime), planned.id))!;
const linksOf = async (): Promise<string[]> => Object.keys((await stored()).links ?? {});
const nobodyAnswers = (): never => {
  throw gone();
};

it("are one set where the mail goes out at once", async () => {
  await sendMessage(runtime, planned);
  expect(Object.values((await stored()).links!)).toEqual(["not-for-me"]);
});

it.each<[string, () => void, () => void]>([
  ["SES refuses it for now", () => world.answerSes(rateExceeded), () => world.answerSes(undefined)],
  ["the claim took too long to be trusted", () => (claimTakes = 6_000), () => (claimTakes = 0)],
])("are gone when %s, and others take their place", async (_why, breaks, mends) => {
  breaks();
  await sendMessage(runtime, planned);
  const parked = await stored();
  expect([parked.state, parked.attempt, parked.links]).toEqual(["planned", 1, undefined]);
  mends();
  await sendMessage(runtime, { ...parked, sendAt: 0 });
  expect([(await stored()).state, (await linksOf()).length]).toEqual(["accepted", 1]);
});

it("are gone when SES refuses it for good", async () => {
  world.answerSes(messageRejected);
  await sendMessage(runtime, planned);
  expect([(await stored()).state, await linksOf()]).toEqual(["failed", []]);
});

it("are those of both where a mail in doubt is sent once more", async () => {
  world.answerSes(nobodyAnswers);
  await sendMessage(runtime, planned);
  const first = await linksOf();
  expect([(await stored()).state, first.length]).toEqual(["sending", 1]);
  world.answerSes(undefined);
  await sendOnceMore(runtime, await stored());
  const both = await linksOf();
  expect([(await stored()).state, both.length]).toEqual(["accepted", 2]);
  expect(both).toContain(first[0]);
});

it("stay the first copy's where the second is refused, however often", async () => {
  world.answerSes(nobodyAnswers);
  await sendMessage(runtime, planned);
  const first = await linksOf();
  world.answerSes(rateExceeded);
  await sendOnceMore(runtime, await stored());
  await sendMessage(runtime, { ...(await stored()), sendAt: 0 });
  expect([(await stored()).state, (await stored()).attempt, await linksOf()]).toEqual(["planned", 3, first]);
  world.answerSes(messageRejected);
  await sendMessage(runtime, { ...(await stored()), sendAt: 0 });
  expect([(await stored()).state, await linksOf()]).toEqual(["unknown", first]);
});
