/** Every rule an administrator may set for a school, checked before anything runs. */
import * as z from "zod/mini";
import { isCivilDate } from "./calendar.ts";
import { emailIdentity, looksLikeEmail, studentStages } from "./people.ts";
import { planWeightsSchema } from "./plan-weights-schema.ts";
import { milestoneKinds, pairings } from "./school.ts";
import { readTimeZone } from "./time-zones.ts";

// Each rule completes the sentence "closing.hour is 27: it …".
const text = (max: number) => {
  const rule = `must be text of 1 to ${max.toLocaleString("en-US")} characters`;
  return z.string(rule).check(z.minLength(1, rule), z.maxLength(max, rule));
};
const wholeNumber = (from: number, to: number, besides = "") => {
  const error = `must be a whole number from ${from} to ${to.toLocaleString("en-US")}${besides}`;
  return z.int(error).check(z.gte(from, { error, abort: true }), z.lte(to, { error, abort: true }));
};
const fives = z.multipleOf(5, "must be a multiple of 5");
const dateRule = "must be a date like 2026-12-24";
const civilDate = z.string(dateRule).check(z.refine(isCivilDate, dateRule));
const timeRule = "must be a time like 09:00";
const civilTime = z.string(timeRule).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, timeRule));
const emailRule = "must be an e-mail address";
const email = z.string(emailRule).check(z.refine(looksLikeEmail, emailRule));
const joinRule = "must be an address or a domain like @school.edu";
const joinEntry = z
  .string(joinRule)
  .check(z.refine((entry) => looksLikeEmail(entry.startsWith("@") ? `x${entry}` : entry), joinRule));
const timeZone = z.string("must be an IANA time zone such as America/New_York").check(({ value, issues }) => {
  const read = readTimeZone(value);
  if (!read.ok) issues.push({ code: "custom", input: value, message: read.refusal });
});
// Names on AWS and the host of a rehearsal's links are made of it: no label of a host ends with a hyphen (RFC 1123, 2.1).
const idRule =
  "must be 2 to 31 lower-case letters, digits and single hyphens, beginning with a letter and ending with no hyphen";
const group = "must be a group of settings";
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, `must be one of ${words.join(", ")}`);
const list = <Entry extends z.core.$ZodType>(entry: Entry) => z.array(entry, "must be a list");
const notEmpty = z.minLength(1, "must have at least one entry");
const eachOnce = z.refine<string[]>(
  (addresses) => new Set(addresses.map(emailIdentity)).size === addresses.length,
  "must name each address once",
);

const days = { from: civilDate, to: civilDate, name: text(80) };
const inOrder = z.refine<{ from: string; to: string }>(
  (span) => span.from <= span.to,
  "ends before it starts",
);

export const schoolSchema = z.strictObject(
  {
    id: z.string(idRule).check(z.regex(/^(?=.{2,31}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, idRule)),
    name: text(120),
    timeZone,
    /** Every mail comes from here and answers go here. */
    sender: z.strictObject({ name: text(80), address: email }, group),
    /** Who may sign up: whole addresses, or domains written `@school.edu`. */
    mayJoin: list(joinEntry).check(notEmpty),
    administrators: list(email).check(notEmpty, eachOnce),
    meeting: z.strictObject(
      {
        minutes: wholeNumber(15, 180).check(fives),
        /** Distance between the starts that are offered. */
        stepMinutes: wholeNumber(5, 120).check(fives),
        /** Free time kept before and after each person's meetings. */
        bufferMinutes: wholeNumber(0, 120).check(fives),
        /** Nobody is booked at shorter notice than this. */
        noticeMinutes: wholeNumber(0, 10_080),
        /** Fewest days between the meetings of one pair. */
        spacingDays: wholeNumber(0, 28),
      },
      group,
    ),
    round: z.strictObject(
      {
        /** A month is planned this many days before its first day… */
        opensDaysBefore: wholeNumber(1, 21),
        /** …at this hour in the school's zone. */
        opensAt: civilTime,
      },
      group,
    ),
    reminders: z
      .strictObject(
        {
          prepareDaysBefore: wholeNumber(1, 7),
          reminderDaysBefore: wholeNumber(1, 3),
          /** A last reminder this close to the start; null for none. */
          startingSoonMinutesBefore: z.nullable(wholeNumber(15, 180, ", or null for none")),
          askMinutesAfter: wholeNumber(0, 240),
          nudgeDaysAfter: wholeNumber(1, 6),
          closeDaysAfter: wholeNumber(3, 14),
        },
        group,
      )
      .check(
        z.refine(
          ({ prepareDaysBefore, reminderDaysBefore }) => prepareDaysBefore > reminderDaysBefore,
          "must have more prepareDaysBefore than reminderDaysBefore",
        ),
        z.refine(
          ({ nudgeDaysAfter, closeDaysAfter }) => nudgeDaysAfter < closeDaysAfter,
          "must have fewer nudgeDaysAfter than closeDaysAfter",
        ),
      ),
    /** How fast bulk mail goes out; below the account's own rate at SES, so that sign-in mail always finds room. */
    mail: z.optional(z.strictObject({ perSecond: wholeNumber(1, 500) }, group)),
    /** Nothing that can wait is sent between these hours of the reader's zone. */
    quietHours: z.strictObject({ from: civilTime, to: civilTime }, group),
    closedDays: list(z.strictObject(days, group).check(inOrder)),
    /** Weeks without meetings for the stages named, or for every student. */
    examWeeks: list(
      z.strictObject({ ...days, stages: z.optional(list(oneOf(studentStages))) }, group).check(inOrder),
    ),
    schoolYear: z
      .strictObject({ from: civilDate, to: civilDate }, group)
      .check(z.refine((year) => year.from < year.to, "ends before it starts")),
    milestones: list(oneOf(milestoneKinds)),
    /** Who grades or assesses whom; such two are never a pair (LCME 11.1). */
    assessors: z.optional(list(z.strictObject({ student: email, mentor: email }, group))),
    /** Whether an administrator confirms the pairs that the matching proposes, or every student chooses and the mentor is asked. */
    pairing: z.optional(oneOf(pairings)),
    /** Named beside every cry for help. */
    supportServices: list(z.strictObject({ name: text(120), contact: text(200) }, group)).check(notEmpty),
    agreement: text(4000),
    /** What the month's plan weighs, where it differs from `usualPlanWeights`. */
    plan: z.optional(z.partial(planWeightsSchema)),
  },
  group,
);
