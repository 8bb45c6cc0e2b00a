/** A thank-you at a milestone: in the student's own words, or not now, or never to be asked again. */
import { html } from "hono/html";
import { mentorshipLife } from "../../domain/lifecycle/mentorship-life.ts";
import type { Milestone } from "../../domain/mentorships.ts";
import { textMaxLength } from "../../domain/people.ts";
import { accept, refuse } from "../../domain/result.ts";
import { milestoneInWords } from "../../letters/milestone-in-words.ts";
import { readersInWords } from "../../letters/readers-of.ts";
import { type FormState, textArea } from "../../pages/fields.ts";
import { nothingTyped, textOf } from "../../pages/typed.ts";
import { actOnMentorship } from "../../runtime/act-on-mentorship.ts";
import { neverPromptAgain } from "../../runtime/act-on-person.ts";
import { thankMentor } from "../../runtime/thank-mentor.ts";
import { faultOf } from "../own-words.ts";
import type { PairScene } from "../scene.ts";
import type { Acted, AnswerPage, PairPage } from "../verb-page.ts";
import { everythingElse } from "../what-stands.ts";

export const thank: PairPage<"thank"> = {
  verb: "thank",
  about: "pair",
  show: (scene, refilled = { typed: nothingTyped, faults: [] }) => {
    const milestone = milestoneOf(scene);
    const { other } = scene;
    const unsent = textOf(refilled.typed, "text");
    const isOver = !mentorshipLife[scene.mentorship.state].people["prompt-answered"];
    if (!milestone || (isOver && milestone.answer !== "thanked"))
      return {
        title: "There is nothing to answer here",
        body: html`<p>This occasion to thank ${other.name} is no longer there.</p>${everythingElse()}`,
      };
    if (milestone.answer === "thanked")
      return {
        title: `You have thanked ${other.name}`,
        body: html`<p>${other.name} gets your words by mail, and they are kept for as long as ${other.name} wants to keep them.</p>
${unsent && html`<h2>Not sent</h2><blockquote>${unsent}</blockquote>`}${everythingElse()}`,
      };
    if (milestone.answer === "never")
      return {
        title: "You are not asked again",
        body: html`<p>There are no more prompts to say thank you. Should you want to write to ${other.name} about this after all, here is the place.</p>${wordsForm(scene, refilled)}${everythingElse()}`,
      };
    return askForWords(scene, milestone, refilled);
  },
  act: async (scene, form) => {
    const choice = textOf(form, "choice") || "thank";
    if (choice === "thank") return sayThanks(scene, textOf(form, "text"));
    if (choice === "not-now" || choice === "never") return decline(scene, choice);
    return refuse("nothing-chosen");
  },
};

const milestoneOf = ({ mentorship, link }: PairScene): Milestone | undefined =>
  mentorship.milestones.find(({ key }) => key === link.data.key);

const askForWords = (scene: PairScene, milestone: Milestone, form: FormState): AnswerPage => ({
  title: `A word of thanks to ${scene.other.name}?`,
  body: html`<p>The occasion: ${milestoneInWords[milestone.kind].occasion}.</p>
<p>Two sentences are plenty: what helped, and what it has made possible. Nothing is sent without you.</p>
${wordsForm(scene, form)}
<h2>Rather not?</h2>
<form method="post"><div class="actions"><button class="second" name="choice" value="not-now">Not now</button>
<button class="second" name="choice" value="never">Never again</button></div></form>
<p>Nobody is told. After “Never again” you are not asked to thank anybody any more.</p>${everythingElse()}`,
});

const wordsForm = ({ other }: PairScene, form: FormState) =>
  html`<form method="post">${textArea(form, {
    name: "text",
    label: "In your own words",
    most: textMaxLength,
    readBy: readersInWords("thank", "student")!,
    rows: 6,
  })}
<button name="choice" value="thank">Send to ${other.name}</button></form>`;

async function sayThanks(scene: PairScene, text: string): Promise<Acted> {
  const thanked = await thankMentor(scene.runtime, scene.mentorship.id, String(scene.link.data.key), text);
  if (thanked.ok) return accept(`Your thanks are on their way to ${scene.other.name}.`);
  const { refusal } = thanked;
  return refusal === "nothing-written" || refusal === "too-long"
    ? refuse([faultOf("text", refusal)])
    : refuse(refusal);
}

async function decline(scene: PairScene, answer: "not-now" | "never"): Promise<Acted> {
  const { runtime, reader, mentorship } = scene;
  const done =
    answer === "never"
      ? "You are not asked again."
      : "Not now, then. This page stays open to you for as long as the link works.";
  const before = milestoneOf(scene);
  if (answer === "never" && !reader.gratitude.never) {
    const changed = await neverPromptAgain(runtime, reader.id);
    if (!changed.ok) return changed;
  }
  if (before?.answer === answer || before?.answer === "thanked") return accept(done);
  const acted = await actOnMentorship(runtime, mentorship.id, {
    type: "prompt-answered",
    by: "student",
    key: String(scene.link.data.key),
    answer,
  });
  return acted.ok ? accept(done) : acted;
}
