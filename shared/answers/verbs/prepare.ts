/** The student writes down questions for the meeting, and says what became of the last next step. */
import { html } from "hono/html";
import { type NextStep, nextStepText } from "../../domain/mentorships.ts";
import { textMaxLength } from "../../domain/people.ts";
import { accept, refuse } from "../../domain/result.ts";
import { readersInWords } from "../../letters/readers-of.ts";
import { radioCards } from "../../pages/choices.ts";
import { type FormState, textArea } from "../../pages/fields.ts";
import type { Html } from "../../pages/site.ts";
import { type Typed, textOf, typedOf } from "../../pages/typed.ts";
import { actOnMeeting } from "../../runtime/act-on-meeting.ts";
import { actOnMentorship } from "../../runtime/act-on-mentorship.ts";
import { faultOf, tooLong } from "../own-words.ts";
import type { MeetingScene } from "../scene.ts";
import type { Acted, MeetingPage } from "../verb-page.ts";
import { asItStands, everythingElse, whenAndWhere } from "../what-stands.ts";

type Outcome = NonNullable<NextStep["outcome"]>;
const outcomes: readonly { value: Outcome; label: string }[] = [
  { value: "done", label: "Done" },
  { value: "not-yet", label: "Not yet" },
  { value: "decided-otherwise", label: "Decided otherwise, because…" },
];

export const prepare: MeetingPage<"prepare"> = {
  verb: "prepare",
  about: "meeting",
  show: (scene, refilled) => {
    const { meeting, other } = scene;
    if (meeting.state !== "booked" || scene.role !== "student") return asItStands(scene);
    const form = refilled ?? { typed: asNoted(scene), faults: [] };
    return {
      title: `What would you like to ask ${other.name}?`,
      body: html`${whenAndWhere(scene)}
<form method="post"><input type="hidden" name="made-from" value="${meeting.questions ?? ""}">
${textArea(form, {
  name: "questions",
  label: "Your questions",
  hint: "Two or three are plenty.",
  required: false,
  most: textMaxLength,
  readBy: readersInWords("prepare", "student")!,
  rows: 6,
})}
${lastNextStep(scene, form)}
<button>Save</button></form>${everythingElse()}`,
    };
  },
  act: async (scene, form) => {
    const { meeting, mentorship, role } = scene;
    if (meeting.state !== "booked" || role !== "student") return refuse("not-possible-now");
    const outcome = outcomes.find(({ value }) => value === textOf(form, "outcome"))?.value;
    const faults = tooLong(form, "questions", "because");
    const text = textOf(form, "questions");
    const because = textOf(form, "because");
    if (!outcome && because) faults.push(faultOf("outcome", "nothing-chosen"));
    else if (text === "" && !meeting.questions && !outcome)
      faults.push(faultOf("questions", "nothing-written"));
    const { questions: now = "" } = meeting;
    // A form that does not say what it was made from is taken as it is.
    const madeFrom = form.get("made-from") === null ? now : textOf(form, "made-from");
    if (now && ![madeFrom, text].includes(now) && text !== madeFrom)
      faults.push({ field: "questions", sentence: changedMeanwhile(now) });
    if (faults.length > 0) return refuse(faults);
    const noted = text === madeFrom ? accept(done) : await noteQuestions(scene, text);
    if (!noted.ok || !outcome || !mentorship.nextStep) return noted;
    return reportNextStep(scene, outcome, because);
  },
};

const done = "It is saved. You can change it until the meeting begins.";

const changedMeanwhile = (now: string): string =>
  `Your questions have changed since this page was opened. They are now: “${now}”. What you typed is still here: add what it lacks, and save again.`;

const asNoted = ({ meeting, mentorship: { nextStep } }: MeetingScene): Typed =>
  typedOf({ questions: meeting.questions, outcome: nextStep?.outcome, because: nextStep?.because });

const lastNextStep = ({ mentorship: { nextStep } }: MeetingScene, form: FormState): Html | "" =>
  nextStep
    ? html`<h2>The last next step</h2>
<blockquote>${nextStepText(nextStep)}</blockquote>
${radioCards(form, { name: "outcome", legend: "What became of it? Each is a fine answer.", choices: outcomes, many: true })}
${textArea(form, {
  name: "because",
  label: "Because…",
  required: false,
  most: textMaxLength,
  readBy: readersInWords("prepare", "student")!,
  rows: 3,
})}`
    : "";

async function noteQuestions({ runtime, meeting }: MeetingScene, text: string): Promise<Acted> {
  if (text === (meeting.questions ?? "")) return accept(done);
  const acted = await actOnMeeting(runtime, meeting.id, { type: "questions-noted", by: "student", text });
  return acted.ok ? accept(done) : acted;
}

async function reportNextStep(
  { runtime, mentorship }: MeetingScene,
  outcome: Outcome,
  because: string,
): Promise<Acted> {
  const before = mentorship.nextStep;
  if (before?.outcome === outcome && (before.because ?? "") === because) return accept(done);
  const acted = await actOnMentorship(runtime, mentorship.id, {
    type: "next-step-reported",
    by: "student",
    outcome,
    ...(because && { because }),
  });
  return acted.ok ? accept(done) : acted;
}
