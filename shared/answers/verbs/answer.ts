/** Did you meet? Each of the two says so, answers one question, and may note a next step. */
import { html } from "hono/html";
import type { Answer } from "../../domain/meetings.ts";
import { accept, refuse } from "../../domain/result.ts";
import { readersInWords } from "../../letters/readers-of.ts";
import { attendanceFields, parseAttendance, typedAttendance } from "../../pages/attendance-form.ts";
import { madeFromField, untouchedAsSaved } from "../../pages/made-from.ts";
import type { Typed } from "../../pages/typed.ts";
import { untilWhen } from "../../pages/until-when.ts";
import { actOnMeeting } from "../../runtime/act-on-meeting.ts";
import { actOnMentorship } from "../../runtime/act-on-mentorship.ts";
import { refusalsInWords } from "../refusals.ts";
import type { MeetingScene } from "../scene.ts";
import type { Acted, AnswerPage, MeetingPage } from "../verb-page.ts";
import { everythingElse, whatStands } from "../what-stands.ts";

export const answerPage: MeetingPage<"answer"> = {
  verb: "answer",
  about: "meeting",
  show: (scene, refilled) => {
    const { runtime, meeting, role, reader, other } = scene;
    if (meeting.state !== "asked") return settled(scene);
    const given = meeting.answers[role];
    const form = refilled ?? { typed: asSaved(scene), faults: [] };
    return {
      title: given ? "Thank you for your answer" : `Did you and ${other.name} meet?`,
      body: html`${given ? html`<p>It is noted. ${untilWhen(meeting, role, reader, other, runtime.school)}</p>` : ""}
<form method="post">${madeFromField(form.typed)}${attendanceFields(form, { month: meeting.month, role, otherName: other.name, state: scene.mentorship.state })}
<p class="hint">Who reads this: ${readersInWords("answer", role)}</p>
<button>${given ? "Change my answer" : "Send my answer"}</button></form>${everythingElse()}`,
    };
  },
  act: async (scene, form) => {
    const { meeting, role, now } = scene;
    const given = parseAttendance(untouchedAsSaved(form, asSaved(scene)));
    if (!given.ok) return given;
    const before = meeting.answers[role];
    if (!before || !isSame(before, given.value.answer)) {
      if (meeting.state === "booked") return refuse("not-yet-over");
      const answer = { ...given.value.answer, at: now };
      const acted = await actOnMeeting(scene.runtime, meeting.id, { type: "answered", by: role, answer });
      if (!acted.ok) return acted;
    }
    return noteNextStep(scene, given.value.nextStep);
  },
};

const done = "Thank you. Your answer is noted.";

const settled = (scene: MeetingScene): AnswerPage => {
  const { meeting, role, other } = scene;
  const said = meeting.answers[role] ? html`<p>Thank you for your answer.</p>` : "";
  return {
    title: `Your meeting with ${other.name}`,
    body: html`${said}${whatStands(scene)}
${meeting.state === "booked" ? html`<p>${refusalsInWords["not-yet-over"].says}</p>` : ""}${everythingElse()}`,
  };
};

const isSame = (before: Answer, { attendance, worth, line }: Omit<Answer, "at">): boolean =>
  before.attendance === attendance && before.worth === worth && before.line === line;

const asSaved = (scene: MeetingScene): Typed =>
  typedAttendance(scene.meeting.answers[scene.role], noted(scene));

/** The next step that the reader has noted after this meeting. */
const noted = ({ meeting, mentorship: { nextStep }, role }: MeetingScene): string | undefined =>
  nextStep?.month === meeting.month ? nextStep.notes[role] : undefined;

/** One that stands already is not noted again: what was said of it would be lost. An empty field takes it back. */
async function noteNextStep(scene: MeetingScene, text: string | undefined): Promise<Acted> {
  const { runtime, meeting, mentorship, role } = scene;
  if (noted(scene) === text || mentorship.state !== "active") return accept(done);
  const event = { type: "next-step-noted", by: role, month: meeting.month, text } as const;
  const acted = await actOnMentorship(runtime, mentorship.id, event);
  return acted.ok ? accept(done) : acted;
}
