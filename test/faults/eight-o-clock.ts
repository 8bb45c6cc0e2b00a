/** 20,000 reminders due at eight, an SES that takes 14 mails a second and refuses every tenth, and somebody who wants to sign in meanwhile. */
import { functions } from "../../infra/local/functions.ts";
import { seededRandom } from "../../infra/local/seeded-random.ts";
import type { Interception } from "../../infra/local/wire.ts";
import { openWorld, type World } from "../../infra/local/world.ts";
import { worldMemory } from "../../infra/local/world-memory.ts";
import type { Meeting } from "../../shared/domain/meetings.ts";
import type { Message } from "../../shared/domain/messages.ts";
import { hour, type Instant, minute, second } from "../../shared/domain/time.ts";
import { sha256 } from "../../shared/records/keys.ts";
import { addMessage, loadMessages } from "../../shared/records/messages.ts";
import { transact } from "../../shared/records/table.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import type { CalmMonth } from "./calm-month.ts";
import { recordsOf } from "./outcome.ts";
import { throttled } from "./refusals-of-services.ts";
import { school } from "./small-school.ts";
import { siteUrl } from "./story.ts";

const eight = inNewYork("2026-12-03 08:00");
const sesTakes = 14;
const refusedShare = 0.1;
/** What the school may use; the rest of SES's rate is the lane of whoever waits. */
const perSecond = 13;
const writtenAtOnce = 50;

export type EightOClock = {
  reminders: number;
  /** Mails beyond one for each reminder. */
  twice: number;
  notSent: number;
  doneAt: Instant;
  minutes: number;
  /** How long whoever wanted to sign in waited, at the worst, in seconds. */
  signInSeconds: number;
  refused: number;
};

export async function eightOClock(month: CalmMonth, reminders = 20_000): Promise<EightOClock> {
  const from = month.moments.findLast(({ world }) => world.note.now < eight)!;
  const rate = { refused: 0 };
  let world: World | undefined;
  world = await openWorld({
    school: { ...school, mail: { ...school.mail, perSecond } },
    siteUrl,
    seed: "eight",
    startAt: eight,
    functions,
    memory: worldMemory(from.world),
    interception: sesAtItsRate(() => world!.now(), rate),
  });
  const ids = await planReminders(world, recordsOf(from.world.table), reminders);
  const before = world.mailbox.length;
  const asked: Instant[] = [];
  for (const at of [5 * second, 7 * minute, 20 * minute]) {
    await world.advanceTo(eight + at);
    asked.push(world.now());
    await askToSignIn(world);
  }
  await world.advanceTo(eight + hour);

  const mails = world.mailbox.slice(before);
  const sent = mails.filter(({ tags }) => tags.letter === "reminder");
  const distinct = new Set(sent.map(({ tags }) => tags.message));
  const links = mails.filter(({ tags }) => tags.letter === "sign-in-link").map(({ at }) => at);
  const waited = asked.map(
    (at) => ((links.find((sentAt) => sentAt >= at) ?? Number.POSITIVE_INFINITY) - at) / second,
  );
  const doneAt = sent.at(-1)?.at ?? Number.POSITIVE_INFINITY;
  const ends = await loadMessages(tableOf(world.runtime), ids);
  const figures = {
    reminders,
    twice: sent.length - distinct.size,
    notSent:
      ends.filter(({ state }) => state !== "accepted" && state !== "delivered").length +
      reminders -
      ends.length,
    doneAt,
    minutes: (doneAt - eight) / minute,
    signInSeconds: Math.max(...waited),
    refused: rate.refused,
  };
  await world.close();
  return figures;
}

/** Refuses what is beyond the rate of a second, and a share of the rest. */
function sesAtItsRate(now: () => Instant, counts: { refused: number }): Interception {
  const random = seededRandom("throttled");
  let [latest, taken] = [0, 0];
  return (call, deliver) => {
    if (call.operation !== "SendRawEmail") return deliver();
    const present = Math.floor(now() / second);
    if (present !== latest) [latest, taken] = [present, 0];
    if (taken >= sesTakes || random.fraction() < refusedShare) {
      counts.refused++;
      return Promise.resolve(throttled("ses"));
    }
    taken++;
    return deliver();
  };
}

/** Plans that many reminders of one meeting that stands, as if each were another's. */
async function planReminders(world: World, records: readonly object[], count: number): Promise<string[]> {
  const meeting = (records as (Meeting & { sk: string })[]).find(
    ({ sk, state, startAt }) => sk === "meeting" && state === "booked" && (startAt ?? 0) > eight + 4 * hour,
  )!;
  const table = tableOf(world.runtime);
  const messages = Array.from(
    { length: count },
    (_, number): Message => ({
      id: sha256(`reminder ${number}`),
      letter: "reminder",
      to: { personId: meeting.studentId },
      role: "student",
      meetingId: meeting.id,
      mentorshipId: meeting.mentorshipId,
      guard: { state: "booked", arrangement: meeting.arrangement },
      data: {},
      state: "planned",
      plannedAt: world.now(),
      sendAt: eight,
      notAfter: meeting.startAt! - 2 * hour,
      attempt: 0,
    }),
  );
  for (let from = 0; from < count; from += writtenAtOnce) {
    const writes = messages.slice(from, from + writtenAtOnce).map((message) => addMessage(table, message));
    const refusal = await transact(table, writes, newAttemptToken(world.runtime));
    if (refusal !== undefined) throw new Error(`the reminders could not be planned: ${refusal}`);
  }
  return messages.map(({ id }) => id);
}

const askToSignIn = async (world: World): Promise<void> => {
  const response = await world.request(
    new Request(`${siteUrl}/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ email: "tom@riverside.example.edu" }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", origin: siteUrl },
      redirect: "manual",
    }),
  );
  if (response.status >= 400) throw new Error(`nobody can sign in: ${response.status}`);
};
