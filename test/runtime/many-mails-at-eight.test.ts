/** Thousands of mails due at one minute go out below the rate of SES, the earliest meeting first; whoever asks for a link meanwhile has it within seconds. */
import { afterEach, expect, it } from "vitest";
import type { Interception } from "../../infra/local/wire.ts";
import type { Message } from "../../shared/domain/messages.ts";
import { minute, second } from "../../shared/domain/time.ts";
import { addMessage } from "../../shared/records/messages.ts";
import { loadPersonByEmail } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { askForLink } from "../../shared/runtime/ask-for-link.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { onePair, openStory, type Story } from "../journeys/a-school.ts";
import { school } from "../local/small-world.ts";
import { rateExceeded } from "./one-reminder.ts";

let story: Story;
afterEach(() => story?.close());

const eight = inNewYork("2026-11-16 08:00");
const mayPerSecond = 14;
const perSecond = 13;
const count = 700;
/** One of ten is refused and tried again, and the last few of those come within 40 seconds. */
const secondsFor = (mails: number): number => Math.ceil((mails * 10) / 9 / perSecond) + 40;

/** SES at 14 a second, refusing every tenth besides. */
function busySes(refuses: () => boolean): { interception: Interception; most: () => number } {
  const taken = new Map<number, number>();
  const interception: Interception = async (call, deliver) => {
    if (call.operation !== "SendRawEmail") return deliver();
    if (refuses()) return rateExceeded();
    const now = Math.floor(story.now() / second);
    const before = taken.get(now) ?? 0;
    if (before >= mayPerSecond) return rateExceeded();
    taken.set(now, before + 1);
    return deliver();
  };
  return { interception, most: () => Math.max(...taken.values()) };
}

async function planForEight(): Promise<void> {
  const table = tableOf(story.runtime);
  const wei = await loadPersonByEmail(table, "wei@riverside.example.edu");
  const messages = Array.from(
    { length: count },
    (_, index): Message => ({
      id: `bulk-${index}`,
      letter: "welcome",
      to: { personId: wei!.id },
      role: "student",
      data: {},
      state: "planned",
      plannedAt: story.now(),
      sendAt: eight,
      // Scattered, so that the order of urgency is not that of the ids.
      notAfter: eight + 60 * minute + ((index * 37) % count) * minute,
      attempt: 0,
    }),
  );
  for (let from = 0; from < count; from += 50)
    await transact(
      table,
      messages.slice(from, from + 50).map((message) => addMessage(table, message)),
      newAttemptToken(story.runtime),
    );
}

it("is done in its time, and a link that is asked for comes at once", async () => {
  let calls = 0;
  const ses = busySes(() => ++calls % 10 === 0);
  story = await openStory(onePair, {
    school: { ...school, mail: { perSecond } },
    interception: (...call) => ses.interception(...call),
  });
  await planForEight();
  const waits: number[] = [];
  for (const seconds of [0, 8, 20, 40]) {
    await story.advanceTo(eight + seconds * second);
    const askedAt = story.now();
    const asking = askForLink(story.runtime, "wei@riverside.example.edu", "student", `browser-${seconds}`);
    await story.advanceTo(eight + seconds * second + 6 * second);
    await asking;
    const link = story.mailbox.findLast(({ tags }) => tags.letter === "sign-in-link");
    waits.push(link!.at - askedAt);
  }
  expect(secondsFor(20_000)).toBeLessThanOrEqual(30 * 60);
  await story.advanceTo(eight + secondsFor(count) * second);
  const bulk = story.mailbox.filter(({ at, tags }) => tags.letter === "welcome" && at >= eight);
  expect(bulk).toHaveLength(count);
  expect(new Set(bulk.map(({ tags }) => tags.message)).size).toBe(count);
  expect(waits).toHaveLength(4);
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(5 * second);
  expect(ses.most()).toBeLessThanOrEqual(mayPerSecond);
  expect(story.faults).toEqual([]);
});

it("sends the most urgent first", async () => {
  story = await openStory(onePair);
  await planForEight();
  await story.advanceTo(eight + 30 * second);
  const bulk = story.mailbox.filter(({ at, tags }) => tags.letter === "welcome" && at >= eight);
  const rank = ({ tags }: { tags: Readonly<Record<string, string>> }): number =>
    (Number(tags.message?.slice("bulk-".length)) * 37) % count;
  expect(bulk.length).toBeGreaterThanOrEqual(300);
  expect(bulk.map(rank).sort((a, b) => a - b)).toEqual(bulk.map((_, index) => index));
});

it("is no faster with two sweeps at a time than with one", async () => {
  story = await openStory(onePair, { school: { ...school, mail: { perSecond: 1 } } });
  await planForEight();
  await story.advanceTo(eight + 6 * minute);
  const perMinute = new Map<number, number>();
  for (const { at, tags } of story.mailbox)
    if (tags.letter === "welcome" && at >= eight) {
      const which = Math.floor((at - eight) / minute);
      perMinute.set(which, (perMinute.get(which) ?? 0) + 1);
    }
  expect(story.counts.calls.sweep).toBeGreaterThanOrEqual(2);
  expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(60);
  expect(new Set(story.mailbox.map(({ tags }) => tags.message)).size).toBe(story.mailbox.length);
});
