/** Explains the life of a meeting and of a mentorship, from the very tables by which they run. */
import { html } from "hono/html";
import type { Recipients } from "../../shared/domain/lifecycle/engine.ts";
import { meetingLife } from "../../shared/domain/lifecycle/meeting-life.ts";
import { mentorshipLife } from "../../shared/domain/lifecycle/mentorship-life.ts";
import { capitalized } from "../../shared/letters/in-words.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { dataTable } from "../../shared/pages/data-table.ts";
import type { Html } from "../../shared/pages/site.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { showPage } from "./administrator-app.ts";
import { meetingStateInWords, mentorshipStateInWords, spaced } from "./in-words.ts";

type ToldStep = {
  says: string;
  to: readonly string[];
  letters?: readonly { letter: string; to: Recipients }[];
};
type ToldLife = Readonly<
  Record<
    string,
    {
      means: string;
      people: Readonly<Record<string, ToldStep & { who: string }>>;
      time: Readonly<Record<string, ToldStep>>;
    }
  >
>;

export function howItWorksRoutes(app: PagesApp, runtime: Runtime): void {
  app.get("/administrator/how-it-works", (context) =>
    showPage(runtime, context, {
      section: "/how-it-works",
      title: "How it works",
      lead: "Each state, what people may do in it, what time brings about by itself, and which letters follow.",
      body: html`<h2>The life of a meeting</h2>
${lifeOf(meetingLife as ToldLife, meetingStateInWords)}
<h2>The life of a mentorship</h2>
${lifeOf(mentorshipLife as ToldLife, mentorshipStateInWords)}`,
    }),
  );
}

function lifeOf(life: ToldLife, inWords: Readonly<Record<string, string>>): Html {
  const nameOf = (state: string): string => inWords[state] ?? spaced(state);
  const states = Object.entries(life).map(([state, row]) => ({
    state,
    means: row.means,
    steps: [
      ...Object.values(row.people).map((step) => ({ ...step, who: capitalized(step.who) })),
      ...Object.values(row.time).map((step) => ({ ...step, who: "Time" })),
    ],
  }));
  const ends = states.filter(({ steps }) => steps.length === 0);
  return html`${states
    .filter(({ steps }) => steps.length > 0)
    .map(
      ({ state, means, steps }) => html`<section><h3>${capitalized(nameOf(state))}</h3>
<p>${means}</p>
${dataTable(
  `From “${nameOf(state)}”`,
  ["What happens", "By whom", "It is then", "Letters"],
  steps.map(({ says, who, to, letters }) => [
    capitalized(says),
    who,
    to.map((next) => (next === state ? "the same" : nameOf(next))).join(", or "),
    (letters ?? []).map(({ letter, to }) => `${spaced(letter)}, to ${readersInWords(to)}`).join("; ") || "–",
  ]),
)}</section>`,
    )}
<section><h3>Where it ends</h3>
<dl class="facts">${ends.map(({ state, means }) => html`<dt>${capitalized(nameOf(state))}</dt><dd>${means}</dd>`)}</dl></section>`;
}

const readersInWords = (to: Recipients): string => (to === "student" || to === "mentor" ? `the ${to}` : to);
