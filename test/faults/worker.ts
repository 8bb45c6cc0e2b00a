/** A process that plays stories for the campaign: the product as it is, or with one line altered. */
import { type Alteration, alterSources } from "./altered-source.ts";
import type { Job } from "./job.ts";

const alterations = JSON.parse(process.argv[2] ?? "[]") as Alteration[];
const notLoaded = alterSources(alterations);
const { calmMonth } = await import("./calm-month.ts");
const { findingsOf } = await import("./checks/all.ts");
const { eightOClock } = await import("./eight-o-clock.ts");
const { runJob } = await import("./run-job.ts");

const month = await calmMonth();
const missing = notLoaded();
if (missing.length > 0) throw new Error(`altered and never loaded: ${missing.join(", ")}`);
process.send?.({
  ready: {
    counts: month.counts,
    places: [...month.places],
    busyAt: month.busyAt,
    cameAt: month.cameAt,
    findings: [
      ...(await findingsOf(month.outcome, {})),
      ...month.inVain.map((says) => ({ check: "a link has one effect", says })),
    ],
  },
});

type Asked = { id: number } & ({ job: Job } | { reminders: number });

process.on("message", (asked: Asked) => {
  const { id } = asked;
  const told: Promise<unknown> =
    "job" in asked ? runJob(month, asked.job) : eightOClock(month, asked.reminders);
  told.then(
    (done) => process.send?.({ id, done }),
    (error: Error) => process.send?.({ id, error: error.stack }),
  );
});
process.on("disconnect", () => process.exit());
