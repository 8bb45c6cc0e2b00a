/** One medical school: every rule an administrator may set, checked before anything runs. */
import * as z from "zod/mini";
import { isTimeZone } from "./calendar.ts";
import { looksLikeEmail, studentStages } from "./people.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const wholeNumber = (from: number, to: number) =>
  z.int(`must be a whole number from ${from} to ${to}`).check(z.gte(from), z.lte(to));
const civilDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date like 2026-12-24"));
const civilTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 09:00"));
const email = z.string().check(z.refine(looksLikeEmail, "must be an e-mail address"));

const daysSchema = z
  .object({ from: civilDate, to: civilDate, name: text(80) })
  .check(z.refine((days) => days.from <= days.to, "ends before it starts"));

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

export const schoolSchema = z.strictObject({
  id: z
    .string()
    .check(z.regex(/^[a-z][a-z0-9-]{1,30}$/, "must be 2 to 31 lower-case letters, digits and hyphens")),
  name: text(120),
  timeZone: z.string().check(z.refine(isTimeZone, "is not an IANA time zone such as America/New_York")),
  /** Every mail comes from here and answers go here. */
  sender: z.strictObject({ name: text(80), address: email }),
  /** Who may sign up: whole addresses, or domains written `@school.edu`. */
  mayJoin: z
    .array(
      z
        .string()
        .check(
          z.refine(
            (entry) => looksLikeEmail(entry.startsWith("@") ? `x${entry}` : entry),
            "must be an address or a domain like @school.edu",
          ),
        ),
    )
    .check(z.minLength(1)),
  administrators: z.array(email).check(z.minLength(1)),
  meeting: z.strictObject({
    minutes: wholeNumber(15, 180).check(z.multipleOf(5)),
    /** Distance between the starts that are offered. */
    stepMinutes: wholeNumber(5, 120).check(z.multipleOf(5)),
    /** Free time kept before and after each person's meetings. */
    bufferMinutes: wholeNumber(0, 120).check(z.multipleOf(5)),
    /** Nobody is booked at shorter notice than this. */
    noticeMinutes: wholeNumber(0, 10_080),
    /** Fewest days between the meetings of one pair. */
    spacingDays: wholeNumber(0, 28),
  }),
  round: z.strictObject({
    /** A month is planned this many days before its first day… */
    opensDaysBefore: wholeNumber(1, 21),
    /** …at this hour in the school's zone. */
    opensAt: civilTime,
  }),
  reminders: z.strictObject({
    prepareDaysBefore: wholeNumber(1, 7),
    reminderDaysBefore: wholeNumber(1, 3),
    /** A last reminder this close to the start; null for none. */
    startingSoonMinutesBefore: z.nullable(wholeNumber(15, 180)),
    askMinutesAfter: wholeNumber(0, 240),
    nudgeDaysAfter: wholeNumber(1, 6),
    closeDaysAfter: wholeNumber(3, 14),
  }),
  /** Nothing that can wait is sent between these hours of the reader's zone. */
  quietHours: z.strictObject({ from: civilTime, to: civilTime }),
  closedDays: z.array(daysSchema),
  /** Weeks without meetings for the stages named, or for every student. */
  examWeeks: z.array(z.extend(daysSchema, { stages: z.optional(z.array(z.enum(studentStages))) })),
  schoolYear: z
    .strictObject({ from: civilDate, to: civilDate })
    .check(z.refine((year) => year.from < year.to, "ends before it starts")),
  milestones: z.array(z.enum(milestoneKinds)),
  /** Named beside every cry for help. */
  supportServices: z.array(z.strictObject({ name: text(120), contact: text(200) })).check(z.minLength(1)),
  agreement: text(4000),
});
export type School = z.infer<typeof schoolSchema>;

/** True when this address may sign up by itself. */
export const mayJoin = (school: School, address: string): boolean => {
  const lower = address.trim().toLowerCase();
  return school.mayJoin.some((entry) =>
    entry.startsWith("@") ? lower.endsWith(entry.toLowerCase()) : lower === entry.toLowerCase(),
  );
};

export const isAdministrator = (school: School, address: string): boolean =>
  school.administrators.some((entry) => entry.toLowerCase() === address.trim().toLowerCase());
