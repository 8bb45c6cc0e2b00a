/** The student picks one of the mentors who suit and have a place; the list is made anew whenever the page is opened. */
import { html } from "hono/html";
import { type Suggestion, suggestionsMax } from "../../domain/matching/suggestions.ts";
import { offerDays } from "../../domain/mentorships.ts";
import { accept, refuse } from "../../domain/result.ts";
import { studentsChoose } from "../../domain/school.ts";
import { isYearOver } from "../../domain/school-year.ts";
import { capitalized, counted, kindInWords, listInWords, stageInWords } from "../../letters/in-words.ts";
import { reasonsInWords } from "../../letters/reasons-in-words.ts";
import { type Choice, radioCards } from "../../pages/choices.ts";
import { nothingTyped, textOf } from "../../pages/typed.ts";
import { loadMentorshipsOf } from "../../records/mentorships.ts";
import { loadPeople } from "../../records/people.ts";
import { chooseMentor } from "../../runtime/choose-mentor.ts";
import { suggestionsFor } from "../../runtime/suggestions.ts";
import { tableOf } from "../../runtime/table-of.ts";
import type { PersonScene } from "../scene.ts";
import type { PersonPage } from "../verb-page.ts";
import { everythingElse } from "../what-stands.ts";

export const chooseMentorPage: PersonPage<"choose-mentor"> = {
  verb: "choose-mentor",
  about: "person",
  show: async (scene, refilled = { typed: nothingTyped, faults: [] }) => {
    const { runtime, reader } = scene;
    if (!studentsChoose(runtime.school))
      return {
        title: "The program finds your mentor",
        body: html`<p>There is nothing to choose here: you get a mail as soon as a mentor is found for you.</p>${everythingElse()}`,
      };
    const [suggestions, asked] = await Promise.all([suggestionsFor(runtime, reader.id), askedBy(scene)]);
    if (!suggestions)
      return {
        title: asked.length > 0 ? `${listInWords(asked)} has been asked` : "You have your mentor",
        body: html`<p>${
          asked.length > 0
            ? `You hear by mail as soon as there is an answer. If there is none in ${counted(offerDays, "day")}, you get other suggestions.`
            : "You have as many mentors as you wished for."
        }</p>${everythingElse()}`,
      };
    if (isYearOver(runtime.school, runtime.now()))
      return {
        title: "The school year is over",
        body: html`<p>Nobody can be chosen before the next one.</p>${everythingElse()}`,
      };
    if (suggestions.length === 0)
      return {
        title: "No mentor to choose right now",
        body: html`<p>Right now nobody with a free place shares free time with you. More free time helps most.</p>${everythingElse()}`,
      };
    return {
      title: "Choose your mentor",
      body: html`${asked.length > 0 ? html`<p>${listInWords(asked)} has been asked already.</p>` : ""}
<form method="post">${radioCards(refilled, {
        name: "mentorId",
        legend: "Who suits you, the best match first",
        hint: `We ask the mentor you choose. If he or she cannot take you on now, or does not answer in ${counted(offerDays, "day")}, you get other suggestions.`,
        choices: suggestions.slice(0, suggestionsMax).map(choiceOf),
        required: true,
      })}
<button>Ask this mentor</button></form>${everythingElse()}`,
    };
  },
  act: async ({ runtime, reader }, form) => {
    const mentorId = textOf(form, "mentorId");
    if (mentorId === "") return refuse("nothing-chosen");
    const chosen = await chooseMentor(runtime, reader.id, mentorId);
    return chosen.ok ? accept("The mentor you chose is asked by mail.") : chosen;
  },
};

const choiceOf = ({ mentor: { id, name, mentor }, reasons }: Suggestion): Choice => ({
  value: id,
  label: name,
  more: [
    `${capitalized(stageInWords(mentor.stage))}, ${kindInWords[mentor.kind]}`,
    ...reasonsInWords(reasons, "student"),
  ].join(". "),
});

/** Names of the mentors who have not answered this student yet. */
async function askedBy({ runtime, reader }: PersonScene): Promise<string[]> {
  const table = tableOf(runtime);
  const offers = (await loadMentorshipsOf(table, reader.id)).filter(
    ({ state, studentId }) => state === "offered" && studentId === reader.id,
  );
  const mentors = await loadPeople(
    table,
    offers.map(({ mentorId }) => mentorId),
  );
  return mentors.map(({ name }) => name);
}
