/** On the way of one mail each kind of fault once: the month's mails come once, to the right reader, and everything comes to rest. `npm run faults` does it everywhere. */
import { beforeAll, expect, it } from "vitest";
import { type CalmMonth, calmMonth } from "./calm-month.ts";
import { findingsOf } from "./checks/all.ts";
import { type Fault, faultKinds, streams } from "./fault.ts";
import { runJob } from "./run-job.ts";

let month: CalmMonth;
beforeAll(async () => {
  month = await calmMonth();
});

it("finds nothing against a calm month", async () => {
  expect(await findingsOf(month.outcome, {})).toEqual([]);
  expect(month.inVain).toEqual([]);
  expect(month.outcome.mails.length).toBeGreaterThan(40);
});

const kinds = streams.flatMap((on) => faultKinds[on].map((kind) => ({ on, kind })));

it.each(kinds)("$kind", async ({ on, kind }) => {
  const index = onTheWayOfOneMail()[on];
  const done = await runJob(month, {
    faults: [{ on, index, kind }],
    ...(kind === "event lost" && { feed: "patchy" }),
  });
  expect(done.injected.map((fault) => fault.kind)).toEqual([kind]);
  expect(done.findings).toEqual([]);
});

/** The call that hands the student's reminder to SES, SES's first word of it, and what led to it. */
function onTheWayOfOneMail(): Record<Fault["on"], number> {
  const [call] = [...month.places].find(([, place]) => place === "wake: SendRawEmail")!;
  const at = month.cameAt.call[call]!;
  const first = (on: Fault["on"]): number => month.cameAt[on].findIndex((came) => came >= at);
  return { call, event: first("event"), schedule: first("schedule"), invocation: first("invocation") };
}
