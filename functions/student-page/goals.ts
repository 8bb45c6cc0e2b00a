/** The page of a student's goals and of what only the student can know: exams passed, research submitted, a match. */
import { html, raw } from "hono/html";
import { refusalsInWords } from "../../shared/answers/refusals.ts";
import { milestonesToldByStudent } from "../../shared/domain/milestones.ts";
import { describeDayAt } from "../../shared/domain/moments.ts";
import { type Goal, listMaxLength, studentStages } from "../../shared/domain/people.ts";
import { refuse } from "../../shared/domain/result.ts";
import type { Own } from "../../shared/own-page/own.ts";
import { backTo, meIn, type OwnContext, ownOf, showPage } from "../../shared/own-page/own-page.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { buttonForm } from "../../shared/pages/buttons.ts";
import type { Parsed } from "../../shared/pages/faults.ts";
import type { FormState } from "../../shared/pages/fields.ts";
import { goalFields, parseGoal } from "../../shared/pages/goals-form.ts";
import type { Html } from "../../shared/pages/site.ts";
import { nothingTyped, readPosted, type Typed, textOf, typedOf } from "../../shared/pages/typed.ts";
import { changePerson } from "../../shared/runtime/act-on-person.ts";
import { changeGoal, reachGoal, tellMilestone } from "../../shared/runtime/goals-and-milestones.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

const path = "/student/goals";
const milestoneLabels = {
  "exam-passed": "I have passed an exam",
  "research-submitted": "My research is submitted",
  "residency-match": "I have matched into a residency",
} as const satisfies Record<(typeof milestonesToldByStudent)[number], string>;

export function goalRoutes(app: PagesApp, runtime: Runtime): void {
  const show = async (context: OwnContext, form: FormState, refused?: string) => {
    const own = await ownOf(runtime, "student", context);
    const goals = own.me.student?.goals ?? [];
    return showPage(runtime, "student", context, {
      section: "/goals",
      title: "Your goals",
      lead: "Your mentors see them. A goal is worth reading again before each meeting.",
      body: html`${goals.map((goal, index) => goalCard(own, goal, index, form))}
${goals.length < listMaxLength || textOf(form.typed, "goal-0") ? html`<form method="post" action="${path}">${goalFields(form, 0, "Add a goal")}<button>Add this goal</button></form>` : ""}
${milestoneButtons(own)}`,
      faults: form.faults,
      ...(refused && { notice: { kind: "refused", sentence: refused } as const }),
    });
  };
  app.get(path, (context) => show(context, { typed: nothingTyped, faults: [] }));
  app.post(path, async (context) => {
    const typed = await readPosted(context);
    const goal = parseGoal(typed, 0);
    if (!goal.ok) return show(context, { typed, faults: goal.refusal });
    const given = goal.value;
    // Sent twice, such as by a double click, it is added once.
    const isGiven = (one: Goal) => one.reachedAt === undefined && inShort(one) === inShort(given);
    const changed = await changePerson(runtime, meIn(context).id, (person) =>
      person.student && person.student.goals.length < listMaxLength && !person.student.goals.some(isGiven)
        ? { ...person, student: { ...person.student, goals: [...person.student.goals, given] } }
        : person,
    );
    return changed.ok && changed.value.student?.goals.some(isGiven)
      ? backTo(context, path, "goal-added")
      : show(context, { typed, faults: [{ field: "goal-0", sentence: noMore }] });
  });
  app.post(`${path}/change`, async (context) => {
    const typed = await readPosted(context);
    const index = indexIn(typed);
    if (index === undefined) return context.notFound();
    const goal = parseChange(typed, index, meIn(context).student?.goals[index]);
    if (!goal.ok) return show(context, { typed, faults: goal.refusal });
    const changed = await changeGoal(runtime, meIn(context).id, index, goal.value);
    if (changed.ok) return backTo(context, path, "goal-changed");
    return changed.refusal === "goal-reached"
      ? show(context, { typed: asNewGoal(goal.value), faults: [] }, reachedMeanwhile)
      : context.notFound();
  });
  app.post(`${path}/reached`, async (context) => {
    const typed = await readPosted(context);
    const index = indexIn(typed);
    const saved = meIn(context).student?.goals[index ?? -1];
    const madeFrom = textOf(typed, "made-from");
    if (saved && madeFrom && madeFrom !== inShort(saved))
      return show(context, { typed: nothingTyped, faults: [] }, refusalsInWords["changed-meanwhile"].says);
    const reached = index !== undefined && (await reachGoal(runtime, meIn(context).id, index)).ok;
    return reached ? backTo(context, path, "goal-reached") : context.notFound();
  });
  app.post("/student/milestones", async (context) => {
    const told = textOf(await readPosted(context), "kind");
    const kind = milestonesToldByStudent.find((known) => known === told);
    if (!kind) return context.notFound();
    await tellMilestone(runtime, meIn(context).id, kind);
    return backTo(context, path, "milestone");
  });
}

/** Refuses also where the goal reads neither as the form was made from nor as the form says: another page has changed it. */
function parseChange(typed: Typed, index: number, saved: Goal | undefined): Parsed<Goal> {
  const given = parseGoal(typed, changeField(index));
  if (!saved || saved.reachedAt !== undefined) return given;
  const now = inShort(saved);
  // A form that does not say what it was made from is taken as it is.
  const madeFrom = textOf(typed, "made-from") || now;
  if ([madeFrom, given.ok && inShort(given.value)].includes(now)) return given;
  const sentence = `This goal has changed since this page was opened. It is now: ${now}. What you typed is still here: add what it lacks, and save again.`;
  return refuse([{ field: `goal-${changeField(index)}`, sentence }, ...(given.ok ? [] : given.refusal)]);
}

const noMore = `You have ${listMaxLength} goals, and no more can be kept. Change one of them instead.`;

/** A goal in one line. */
const inShort = ({ area, text }: Goal): string => `${area}: “${text}”`;

const reachedMeanwhile =
  "You have reached this goal meanwhile, and it stays as it was. What you wrote stands below, where you can add it as a new one.";

const asNewGoal = ({ area, text }: Goal): Typed => typedOf({ "area-0": area, "goal-0": text });

/** A goal by its place in the student's list; the fields of the form that changes it are counted after those of a new goal. */
const changeField = (index: number): number => index + 1;

const indexIn = (typed: Typed): number | undefined => {
  const goal = textOf(typed, "goal");
  return /^\d{1,2}$/.test(goal) ? Number(goal) : undefined;
};

function goalCard({ me }: Own, goal: Goal, index: number, form: FormState): Html {
  const { area, text, reachedAt } = goal;
  return html`<article class="card">
<p class="quiet">${area}</p>
<p>${text}</p>
${
  reachedAt === undefined
    ? html`<details><summary>I have reached it</summary>
<p>Once it is noted, its words stay as they are.</p>
${buttonForm({
  action: `${path}/reached`,
  label: "I have reached it",
  about: `: ${text}`,
  second: true,
  fields: { goal: index, "made-from": inShort(goal) },
})}</details>
${changeForm(goal, index, form)}`
    : html`<p><span class="tag">Reached on ${describeDayAt(reachedAt, me.timeZone)}</span></p>`
}
</article>`;
}

/** Closed until it is wanted, or until something in it must be put right. */
function changeForm(goal: Goal, index: number, refilled: FormState): Html {
  const { area, text } = goal;
  const field = changeField(index);
  const isRefilled = refilled.typed.get(`goal-${field}`) !== null;
  const form = isRefilled
    ? refilled
    : { typed: typedOf({ [`area-${field}`]: area, [`goal-${field}`]: text }), faults: [] };
  return html`<details${isRefilled ? raw(" open") : ""}><summary>Change this goal</summary>
<form method="post" action="${path}/change"><input type="hidden" name="goal" value="${index}"><input type="hidden" name="made-from" value="${inShort(goal)}">
${goalFields(form, field, "How it reads from now on")}<button>Save this goal</button></form></details>`;
}

/** Those that the school celebrates and the student has not told of yet; whoever opens one is asked before it is noted. */
function milestoneButtons({ runtime, me, mentorships }: Own): Html | "" {
  const active = mentorships.filter(({ mentorship }) => mentorship.state === "active");
  const open = milestonesToldByStudent.filter(
    (kind) =>
      runtime.school.milestones.includes(kind) &&
      (kind !== "residency-match" || me.student?.stage === studentStages.at(-1)) &&
      active.some(({ mentorship }) => !mentorship.milestones.some(({ key }) => key === kind)),
  );
  if (open.length === 0) return "";
  return html`<h2>Something to celebrate?</h2>
<p>Say so here. You may then be asked whether you would like to thank your mentor; nothing is sent without you.</p>
${open.map(
  (kind) => html`<details><summary>${milestoneLabels[kind]}</summary>
<p>Once it is noted, it cannot be taken back.</p>
${buttonForm({ action: "/student/milestones", label: milestoneLabels[kind], second: true, fields: { kind } })}</details>`,
)}`;
}
