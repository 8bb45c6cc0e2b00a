/** Mail scanners open every link: to open one, however often, changes nothing. */
import { expect, it } from "vitest";
import type { AnswerVerb } from "../../../shared/answers/verb-page.ts";
import { verbPages } from "../../../shared/answers/verbs/all.ts";
import { openPairWorld } from "./a-pair-in-december.ts";
import { dump, open } from "./pages-world.ts";

const titles: Record<AnswerVerb, string> = {
  confirm: "Does this time work for you?",
  "call-off": "You can't make it?",
  "skip-month": "Leave December 2026 out?",
  move: "Another time with Ravi Menon",
  "run-late": "Running late?",
  "add-time": "When are you free?",
  prepare: "What would you like to ask Ravi Menon?",
  answer: "Your meeting with Ravi Menon",
  thank: "A word of thanks to Ravi Menon?",
  "accept-agreement": "You have accepted the agreement",
  "not-for-me": "Is this pairing not for you?",
  "choose-mentor": "The program finds your mentor",
  "withdraw-request": "You and Ravi Menon are a pair",
  "accept-student": "You and Ravi Menon are a pair",
  "not-now": "You and Ravi Menon are a pair",
  unsubscribe: "Stop mail that is not about a meeting?",
};

it.each(Object.keys(verbPages) as AnswerVerb[])("%s", async (verb) => {
  const world = await openPairWorld({
    mentorship: {
      milestones: [{ key: "first-meeting", kind: "first-meeting", reachedAt: 1, promptedAt: 2 }],
    },
  });
  const path = await world.give(verb, "student", { key: "first-meeting", milestone: "first-meeting" });
  const before = await dump(world);
  const counted = world.counts;

  const first = await open(world, path);
  const again = await open(world, path);
  const head = await open(world, path, { method: "HEAD" });

  expect([first.status, again.status, head.status]).toEqual([200, 200, 200]);
  expect(first.title).toBe(titles[verb]);
  expect(again.html).toBe(first.html);
  expect(head.html).toBe("");
  expect(await dump(world)).toEqual(before);
  const { transactions, writes, mails } = world.counts;
  expect([transactions, writes, mails]).toEqual([counted.transactions, counted.writes, counted.mails]);
  await world.close();
});

it("a page is kept nowhere, runs no script and gives its address to nobody", async () => {
  const world = await openPairWorld();
  const { headers, html } = await open(world, await world.give("confirm", "student"));
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(headers.get("set-cookie")).toBe(null);
  expect(html).not.toMatch(/<script|http-equiv|onload/i);
  await world.close();
});
