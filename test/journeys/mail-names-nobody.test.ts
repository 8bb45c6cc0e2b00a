/** Over a month with a fault in it, no name, address or word of anybody stands in a log, a schedule, the queue, or a mail's tags. */
import { afterEach, expect, it } from "vitest";
import type { Interception } from "../../infra/local/wire.ts";
import { onePair, openStory, pairEverybody, type Story } from "./a-school.ts";

let story: Story;
afterEach(() => story?.close());

/** Words that only these two people and their mails have. */
const theirs = [
  "wei",
  "adeyemi",
  "priya",
  "lund",
  "pediatrics",
  "poster",
  "4.12",
  "abstract",
  "riverside.example",
];

it("keeps people out of everything that is not the table or the mail", async () => {
  const seen: string[] = [];
  let mails = 0;
  const interception: Interception = async (call, deliver) => {
    if (call.service === "scheduler") seen.push(call.path, call.body);
    if (call.service !== "ses") return deliver();
    const tags = [...new URLSearchParams(call.body)].filter(([name]) => name.startsWith("Tags."));
    seen.push(...tags.flat());
    const answer = await deliver();
    // Now and then the answer is lost, so that doubts, canaries and their log lines are seen too.
    if (++mails % 3 === 0)
      throw Object.assign(new Error("lost on the way to wei@"), { name: "TimeoutError" });
    return answer;
  };
  story = await openStory(onePair, { interception });
  await pairEverybody(story);
  await story.until("2026-12-10 18:05");
  await story.press("wei", "did-you-meet", "answer", { attendance: "met", nextStep: "Write the abstract" });
  await story.press("priya", "did-you-meet", "answer", {
    attendance: "met",
    line: "Write the abstract soon.",
  });
  await story.until("2026-12-11 12:00");
  await story.press("wei", "gratitude-prompt", "thank", { text: "For the abstract.", choice: "thank" });
  await story.until("2026-12-20 12:00");

  seen.push(...story.log.map((line) => JSON.stringify(line)));
  seen.push(...story.deadLetters.map(({ body }) => body));
  seen.push(...story.mailbox.map(({ tags }) => JSON.stringify(tags)));
  expect(seen.length).toBeGreaterThan(60);
  expect(story.mailbox.length).toBeGreaterThanOrEqual(13);
  const telling = seen.filter((text) => theirs.some((word) => text.toLowerCase().includes(word)));
  expect(telling).toEqual([]);
});
