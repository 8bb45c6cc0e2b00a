/** A story with faults can be told again: the same seed gives the same faults, the same writes and the same mails, to the last byte. */
import { expect, it } from "vitest";
import { calmMonth } from "./calm-month.ts";
import { jobOfName, nameOfJob } from "./job-name.ts";
import { runJob } from "./run-job.ts";

it("gives one trace for one seed, and another for another", async () => {
  const month = await calmMonth();
  const job = { chance: { seed: "twice", rate: 0.05 }, allowed: { expired: true } };
  const first = await runJob(month, job);
  const again = await runJob(month, jobOfName(nameOfJob(job)));
  const other = await runJob(month, { ...job, chance: { seed: "another", rate: 0.05 } });
  expect(first.injected.length).toBeGreaterThan(10);
  expect(again).toEqual(first);
  expect(other.trace).not.toBe(first.trace);
});
