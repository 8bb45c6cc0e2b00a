/** The two ways of matching beside each other, so that an administrator chooses knowing what each costs whom. */
import { html } from "hono/html";
import { type MatchingMode, matchingModes } from "../../shared/domain/matching/modes.ts";
import { scoreTerms } from "../../shared/domain/matching/score-terms.ts";
import type { Proposal } from "../../shared/domain/matching.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { buttonForm } from "../../shared/pages/buttons.ts";
import { dataTable } from "../../shared/pages/data-table.ts";
import type { Html } from "../../shared/pages/site.ts";
import { lookForPairs } from "../../shared/runtime/propose-pairs.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { showPage } from "./administrator-app.ts";
import { lotterySentence } from "./pair-checks.ts";

export const modesPath = "/administrator/pairs/modes";

const explained: Readonly<Record<MatchingMode, { name: string; means: string }>> = {
  stable: {
    name: "Stable",
    means:
      "No student and mentor would both rather have each other than the student's first mentor. A student who wants one mentor does best by being honest.",
  },
  "nobody-left-out": {
    name: "Nobody left out",
    means:
      "As many students as possible have a mentor, then as many pairs as possible, then the best total score. Some would rather have each other than what they got.",
  },
};

export function modeRoutes(app: PagesApp, runtime: Runtime): void {
  app.get(modesPath, async (context) => {
    const { proposals } = await lookForPairs(runtime, matchingModes);
    return showPage(runtime, context, {
      section: "/pairs",
      title: "Two ways to match",
      lead: "What each would propose now. Nothing is written before you choose, and nobody hears of a proposal before you confirm it.",
      body: html`${dataTable(
        "What each way would propose now",
        ["What is counted", ...matchingModes.map((mode) => explained[mode].name)],
        measures.map(([label, count]) => [label, ...matchingModes.map((mode) => count(proposals[mode]))]),
      )}
${matchingModes.map(
  (mode) => html`<h2>${explained[mode].name}</h2>
<p>${explained[mode].means}</p>
${choiceOf(mode, proposals[mode])}
`,
)}
<p>${lotterySentence(runtime.school)}</p>
<h2>How the score of a pair is made</h2>
<ul>${scoreTerms.map(({ counts }) => html`<li>${counts}</li>`)}</ul>
<p><a href="/administrator/pairs">Back to the pairs</a></p>`,
    });
  });
}

/** Each is a row, so that the table needs no more width than two numbers. */
const measures: readonly (readonly [string, (proposal: Proposal) => number])[] = [
  ["New pairs", ({ pairs }) => pairs.length],
  ["Students left without", ({ withoutMentor }) => withoutMentor.length],
  ["Total score", ({ pairs }) => pairs.reduce((sum, { score }) => sum + score, 0)],
  [
    "Would rather have each other: than the first mentor or none",
    ({ blocking }) => blocking.againstFirstMentor,
  ],
  ["…than any mentor or open wish", ({ blocking }) => blocking.pairs],
];

const choiceOf = (mode: MatchingMode, { pairs }: Proposal): Html =>
  pairs.length === 0
    ? html`<p>There is no pair to propose now.</p>`
    : buttonForm({
        action: "/administrator/pairs/propose",
        label: "Propose these",
        about: `(${explained[mode].name})`,
        second: mode !== "stable",
        fields: { mode },
      });
