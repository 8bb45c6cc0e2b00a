/** The one form with which somebody joins: who one is, what one wants or offers, when one is free, and the agreement. */
import { html } from "hono/html";
import { outsideKinds, type Role } from "../../shared/domain/people.ts";
import { accept, refuse } from "../../shared/domain/result.ts";
import type { School } from "../../shared/domain/school.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { mentorResponsibilities } from "../../shared/letters/mentor-responsibilities.ts";
import { readersInWords } from "../../shared/letters/readers-of.ts";
import { agreementText } from "../../shared/pages/agreement-text.ts";
import {
  availabilityFields,
  type FreeTimeGiven,
  parseAvailability,
} from "../../shared/pages/availability-form.ts";
import { checkbox } from "../../shared/pages/choices.ts";
import { type Parsed, together } from "../../shared/pages/faults.ts";
import type { FormState } from "../../shared/pages/fields.ts";
import { goalFields, parseGoals } from "../../shared/pages/goals-form.ts";
import {
  mentorFields,
  nameField,
  parseMentor,
  parseName,
  parseStudent,
  studentFields,
} from "../../shared/pages/profile-form.ts";
import type { Html } from "../../shared/pages/site.ts";
import { type Typed, textOf } from "../../shared/pages/typed.ts";
import type { NewPerson } from "../../shared/roster/roster.ts";

/** What the form makes of a person; the address is the link's. */
export type Enrolled = Omit<NewPerson, "email">;

const goalsShown = 3;

export const enrolmentForm = (
  school: School,
  { role, email }: { role: Role; email: string },
  form: FormState,
  now: Instant,
): { title: string; body: Html } => ({
  title: `Join as a ${role}`,
  body: html`<p>You are joining with the address ${email}.</p>
<p class="hint">Who reads this: ${readersInWords("sign-up", role)}</p>
<form method="post">
<h2>About you</h2>
${nameField(form)}
${role === "student" ? studentPart(form) : mentorPart(form)}
<h2>When you are free</h2>
${availabilityFields(form, now, nothingSaved(school))}
<h2>The agreement</h2>
${agreementText(school)}
${checkbox(form, "agreement", { value: "yes", label: "I accept the agreement" })}
<button>Join</button></form>`,
});

/** Whoever joins has given no time yet. */
const nothingSaved = ({ timeZone }: School): FreeTimeGiven => ({
  availability: { weekly: [], overrides: [], absences: [] },
  timeZone,
});

const studentPart = (form: FormState): Html => html`${studentFields(form)}
<h2>Your goals</h2>
<p>One is enough; you can add more later.</p>
${Array.from({ length: goalsShown }, (_, goal) =>
  goalFields(
    form,
    goal,
    goal === 0 ? "First goal" : `${goal === 1 ? "Second" : "Third"} goal, if you have one`,
  ),
)}`;

const mentorPart = (form: FormState): Html => html`${mentorFields(form)}
<h2>What we ask of you as a mentor</h2>
<ul>${mentorResponsibilities.map(
  (one) => html`<li>${one}</li>
`,
)}</ul>
${checkbox(form, "responsibilities", { value: "yes", label: "I take this on" })}`;

/** Reads the whole form; every fault is told at once, in the order of the form. */
export function parseEnrolment(typed: Typed, role: Role, school: School, now: Instant): Parsed<Enrolled> {
  const first = { name: parseName(typed) };
  const last = {
    free: parseAvailability(typed, now, nothingSaved(school)),
    agreement: ticked(
      typed,
      "agreement",
      "Please accept the agreement: everybody does before the first meeting.",
    ),
  };
  if (role === "student") {
    const read = together({ ...first, student: parseStudent(typed), goals: parseGoals(typed), ...last });
    if (!read.ok) return read;
    const { name, free, student, goals } = read.value;
    return accept({ name, ...free, student: { ...student, goals } });
  }
  const read = together({
    ...first,
    mentor: parseMentor(typed),
    responsibilities: ticked(
      typed,
      "responsibilities",
      "Please say that you take on what is asked of a mentor.",
    ),
    ...last,
  });
  if (!read.ok) return read;
  const { name, free, mentor } = read.value;
  return accept({ name, ...free, mentor: { ...mentor, approved: !outsideKinds.includes(mentor.kind) } });
}

const ticked = (typed: Typed, field: string, sentence: string): Parsed<true> =>
  textOf(typed, field) === "yes" ? accept(true) : refuse([{ field, sentence }]);
