/** When a student is prompted to say thank you: once for each milestone, and never twice within thirty days. */
import type { Mentorship, Milestone } from "./mentorships.ts";
import type { Person } from "./people.ts";
import type { MilestoneKind } from "./school.ts";
import { day, type Instant } from "./time.ts";

export const daysBetweenPrompts = 30;

/** The number of meetings held that is worth a thank-you. */
export const milestonesOfHeldMeetings: Readonly<Record<number, MilestoneKind>> = {
  1: "first-meeting",
  3: "third-meeting",
  6: "sixth-meeting",
};

/** Milestones that only the student can tell of, on his or her page. */
export const milestonesToldByStudent = [
  "exam-passed",
  "research-submitted",
  "residency-match",
] as const satisfies readonly MilestoneKind[];

/**
 * The milestone to prompt for next and the moment from which it may be, or undefined when there is none
 * or the student wants no prompts. Counts prompts of every mentorship of this student.
 */
export function nextPrompt(
  mentorship: Mentorship,
  student: Person,
): { milestone: Milestone; at: Instant } | undefined {
  if (student.gratitude.never || !student.wantsOptionalMail) return undefined;
  const milestone = mentorship.milestones.find(({ promptedAt }) => promptedAt === undefined);
  if (!milestone) return undefined;
  const prompts = mentorship.milestones.flatMap(({ promptedAt }) => promptedAt ?? []);
  const lastPromptAt = Math.max(student.gratitude.lastPromptAt ?? -Infinity, ...prompts);
  return { milestone, at: Math.max(milestone.reachedAt, lastPromptAt + daysBetweenPrompts * day) };
}
