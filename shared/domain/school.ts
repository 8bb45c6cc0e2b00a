/** One medical school, and what follows from its rules. */
import type * as z from "zod/mini";
import { monthOf } from "./calendar.ts";
import { type PlanWeights, usualPlanWeights } from "./plan-weights.ts";
import type { schoolSchema } from "./school-schema.ts";
import type { Month } from "./time.ts";

/** What can be worth a thank-you, in the order in which they are told to the student. */
export const milestoneKinds = [
  "first-meeting",
  "third-meeting",
  "sixth-meeting",
  "goal-reached",
  "exam-passed",
  "research-submitted",
  "residency-match",
  "year-end",
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** How pairs come about. */
export const pairings = ["proposed", "chosen"] as const;
export type Pairing = (typeof pairings)[number];

export type School = z.infer<typeof schoolSchema>;

/** True where students choose among the mentors suggested to them; otherwise pairs are proposed to an administrator. */
export const studentsChoose = ({ pairing }: Pick<School, "pairing">): boolean => pairing === "chosen";

/** What this school's month is planned by. */
export const planWeightsOf = ({ plan }: School): PlanWeights => ({
  ...usualPlanWeights,
  ...(Object.fromEntries(
    Object.entries(plan ?? {}).filter(([, points]) => points !== undefined),
  ) as Partial<PlanWeights>),
});

/** A new account at SES may send 14 mails a second; the rest is the lane of what somebody waits for. */
const perSecondByDefault = 10;
export const mailsPerSecond = ({ mail }: Pick<School, "mail">): number =>
  mail?.perSecond ?? perSecondByDefault;

/** True when this address may sign up by itself. */
export const mayJoin = (school: School, address: string): boolean => {
  const lower = address.trim().toLowerCase();
  return school.mayJoin.some((entry) =>
    entry.startsWith("@") ? lower.endsWith(entry.toLowerCase()) : lower === entry.toLowerCase(),
  );
};

export const isAdministrator = (school: School, address: string): boolean =>
  school.administrators.some((entry) => entry.toLowerCase() === address.trim().toLowerCase());

/** The month in which the school year ends, or a later one: none is opened after it. */
export const isLastMonth = ({ schoolYear }: School, month: Month): boolean => monthOf(schoolYear.to) <= month;
