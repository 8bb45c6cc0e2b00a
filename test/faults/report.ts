/** The campaigns' figures as a table that the README can quote, and each failure with the way to see it again. */
import { minute } from "../../shared/domain/time.ts";
import type { EightOClock } from "./eight-o-clock.ts";
import type { Caught } from "./hunt.ts";
import type { JobDone } from "./job.ts";
import { nameOfJob } from "./job-name.ts";
import type { Tally } from "./tally.ts";

const count = (number: number): string => number.toLocaleString("en-US");

export function campaignTable(tallies: readonly Tally[]): string {
  const rows = tallies.map(({ name, stories, faults, figures, wrong, seconds }) => {
    const { duplicates, calendarCopies, losses, afterChange } = figures;
    const cells = [
      name,
      count(stories),
      count(faults),
      count(figures.planned),
      duplicates,
      calendarCopies,
      losses,
      afterChange,
      wrong,
    ];
    return `| ${cells.join(" | ")} | ${seconds.toFixed(0)} s |`;
  });
  return [
    "| campaign | stories | faults | mails planned | twice | calendar entry twice | lost | after a change | stories with a finding | time |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...rows,
  ].join("\n");
}

export function togetherLine(tallies: readonly Tally[]): string {
  const sum = (what: "stories" | "faults" | "seeds"): string =>
    count(tallies.reduce((total, tally) => total + tally[what], 0));
  return `${sum("stories")} stories, ${sum("faults")} faults, ${sum("seeds")} seeds`;
}

export function sumLine(tallies: readonly Tally[]): string {
  const sum = (name: keyof Tally["figures"]): number =>
    tallies.reduce((total, { figures }) => total + figures[name], 0);
  const parts = ["sent", "cancelled", "expired", "suppressed", "failed", "unknown"] as const;
  const waiting = sum("planned") - parts.reduce((total, part) => total + sum(part), 0);
  return `planned ${count(sum("planned"))} = ${parts.map((part) => `${part} ${count(sum(part))}`).join(" + ")}; still to come ${count(waiting)}`;
}

/** What went wrong, with what, and how to see it again. */
export function failureText(done: JobDone): string {
  return [
    `✗ ${done.findings[0]?.check}`,
    ...done.findings.slice(0, 6).map(({ check, says }) => `    ${check}: ${says}`),
    ...done.injected
      .slice(0, 40)
      .map(
        ({ on, index, kind, what, at }) =>
          `    ${new Date(at).toISOString()} ${on} ${index} ${kind}: ${what}`,
      ),
    `    again: npm run faults -- --replay ${JSON.stringify(nameOfJob(done.job))}`,
  ].join("\n");
}

export const inMinutes = (milliseconds: number): string => (milliseconds / minute).toFixed(1);

export const sabotageRow = ({ sabotage, check, by, stories }: Caught): string =>
  `| ${sabotage} | ${check ?? "**not caught**"} | ${short(by)} | ${stories} |`;

export const sabotageTable = (caught: readonly Caught[]): string =>
  [
    "| sabotage | the check that caught it | in which story | stories told |",
    "|---|---|---|--:|",
    ...caught.map(sabotageRow),
  ].join("\n");

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

export const eightLine = ({
  reminders,
  minutes,
  twice,
  notSent,
  signInSeconds,
  refused,
}: EightOClock): string =>
  `${count(reminders)} reminders due at 08:00: done after ${minutes.toFixed(1)} minutes, ${twice} twice, ${notSent} not sent, ${count(refused)} refused by SES on the way; sign-in mail within ${signInSeconds.toFixed(1)} s`;
