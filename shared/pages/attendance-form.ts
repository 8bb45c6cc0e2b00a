/** Did you meet? What became of a meeting, the month's question, and what comes next; the same on a page and behind a mail's link. */
import { html } from "hono/html";
import { mentorshipLife } from "../domain/lifecycle/mentorship-life.ts";
import { type Answer, type Attendance, attendances } from "../domain/meetings.ts";
import type { MentorshipState } from "../domain/mentorships.ts";
import { questionOf } from "../domain/monthly-question.ts";
import { type Role, textMaxLength } from "../domain/people.ts";
import { accept } from "../domain/result.ts";
import type { Month } from "../domain/time.ts";
import { radioCards, scale } from "./choices.ts";
import { type Parsed, together } from "./faults.ts";
import { type FormState, textArea } from "./fields.ts";
import type { Html } from "./site.ts";
import { parseNumber, parseOneOf, parseText } from "./text-list.ts";
import { type Typed, textOf, typedOf } from "./typed.ts";

/** What was answered; the moment is added by whoever takes it. */
export type AttendanceGiven = { answer: Omit<Answer, "at">; nextStep: string | undefined };

const labels: Readonly<Record<Attendance, { label: string; more: string }>> = {
  met: { label: "Yes, we met", more: "As planned, or at another time that you agreed on." },
  "met-shortened": { label: "Yes, but it was cut short", more: "You met, with much less time than planned." },
  "missed-with-notice": {
    label: "No, and one of us had said so",
    more: "Somebody canceled before it began.",
  },
  "missed-without-notice": {
    label: "No, and nobody had said so",
    more: "One or both of you were not there.",
  },
};

/** The fields, without the form around them. Nobody is blamed: a missed meeting is asked for as calmly as a held one. */
export const attendanceFields = (
  form: FormState,
  about: { month: Month; role: Role; otherName: string; state: MentorshipState },
): Html => {
  const question = questionOf(about.month);
  // A pair that has ended is asked only whether they met.
  const canSay = mentorshipLife[about.state].people;
  return html`${radioCards(form, {
    name: "attendance",
    legend: "Did you meet?",
    hint: "The people who run the program see this. It helps to find better times; nobody is blamed.",
    required: true,
    choices: attendances.map((value) => ({ value, ...labels[value] })),
  })}
${scale(form, {
  name: "worth",
  legend: about.role === "student" ? question.forStudent : question.forMentor,
  hint: "If you met. Your answer is shown only as part of an average of five or more.",
  low: "little",
  high: "a lot",
})}
${canSay["next-step-noted"] ? stepField(form, about) : ""}
${canSay["line-left"] && about.role === "mentor" ? lineField(form, about.otherName) : ""}`;
};

const stepField = (form: FormState, about: { role: Role; otherName: string }): Html =>
  textArea(form, {
    name: "nextStep",
    label: about.role === "student" ? "Your next step" : `A next step for ${about.otherName}`,
    hint: "One thing to do before you meet again.",
    required: false,
    most: textMaxLength,
    readBy: `you and ${about.otherName}.`,
    rows: 3,
  });

const lineField = (form: FormState, studentName: string): Html =>
  textArea(form, {
    name: "line",
    label: `One thing ${studentName} could do better`,
    hint: "A constructive line; it stands on the student's page.",
    required: false,
    most: textMaxLength,
    readBy: `you and ${studentName}.`,
    rows: 3,
  });

/** The form as it looks for an answer that was given before. */
export const typedAttendance = (answer: Answer | undefined, nextStep: string | undefined): Typed =>
  typedOf({ attendance: answer?.attendance, worth: answer?.worth, nextStep, line: answer?.line });

export function parseAttendance(typed: Typed): Parsed<AttendanceGiven> {
  const parts = together({
    attendance: parseOneOf(typed, "attendance", attendances, "Say whether you met."),
    worth: textOf(typed, "worth") === "" ? accept(undefined) : parseNumber(typed, "worth", 1, 5),
    nextStep: parseText(typed, "nextStep", { most: textMaxLength }),
    line: parseText(typed, "line", { most: textMaxLength }),
  });
  if (!parts.ok) return parts;
  const { attendance, worth, nextStep, line } = parts.value;
  const met = attendance === "met" || attendance === "met-shortened";
  return accept({
    // What a meeting was worth can only be said of one that took place.
    answer: { attendance, ...(met && worth !== undefined && { worth }), ...(line && { line }) },
    nextStep: nextStep || undefined,
  });
}
