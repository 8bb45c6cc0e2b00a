/** A person's profile in a form: what both sides tell, what only a student tells, what only a mentor tells. */
import { html } from "hono/html";
import {
  assessesMaxLength,
  type FocusArea,
  focusAreas,
  isPlainName,
  listMaxLength,
  looksLikeEmail,
  type MentorKind,
  type MentorProfile,
  mentorKinds,
  mentorsWantedMax,
  nameMaxLength,
  outsideKinds,
  type Person,
  type Role,
  type StudentProfile,
  stages,
  studentStages,
} from "../domain/people.ts";
import { accept, refuse } from "../domain/result.ts";
import { capitalized, kindInWords, stageInWords } from "../letters/in-words.ts";
import { checkboxes } from "./choices.ts";
import { type Parsed, together } from "./faults.ts";
import { type FormState, type Option, selectField, textArea, textField } from "./fields.ts";
import type { Html } from "./site.ts";
import { parseList, parseNumber, parseOneOf, parseText } from "./text-list.ts";
import { type Typed, textOf, textsOf, typedOf } from "./typed.ts";

/** Goals have a form of their own. */
export type StudentGiven = Omit<StudentProfile, "goals">;
/** Whether a mentor is approved is not the mentor's to say. */
export type MentorGiven = Omit<MentorProfile, "approved">;

export const nameField = (form: FormState): Html =>
  textField(form, {
    name: "name",
    label: "Your name",
    hint: "As the other person should call you.",
    required: true,
    most: nameMaxLength,
    autocomplete: "name",
  });

export function parseName(typed: Typed): Parsed<string> {
  const name = parseText(typed, "name", { most: nameMaxLength, required: "Tell us your name." });
  if (!name.ok || isPlainName(name.value)) return name;
  const sentence = "The name contains a line break or another control character. Type it anew.";
  return refuse([{ field: "name", sentence }]);
}

export const studentFields = (form: FormState): Html => html`${choiceField(form, {
  name: "stage",
  label: "Your year",
  options: studentStages.map((value) => ({ value, label: `${capitalized(stageInWords(value))} (${value})` })),
})}
${specialtiesField(form, "Specialties that interest you")}
${focusBoxes(form, "What would you like help with?")}
${selectField(form, {
  name: "mentorsWanted",
  label: "How many mentors would you like?",
  options: Array.from({ length: mentorsWantedMax }, (_, index) => String(index + 1)).map((value) => ({
    value,
    label: value,
  })),
  short: true,
})}`;

export const mentorFields = (form: FormState): Html => html`${choiceField(form, {
  name: "kind",
  label: "You mentor as a",
  options: mentorKinds.map((value) => ({ value, label: kindInWords[value] + fromOutside(value) })),
})}
${choiceField(form, {
  name: "stage",
  label: "Where you are on your way",
  options: stages.map((value) => ({
    value,
    label: `${capitalized(stageInWords(value))}${value === "attending" ? "" : ` (${value})`}`,
  })),
})}
${specialtiesField(form, "Your specialties")}
${focusBoxes(form, "What can you help with?")}
${textField(form, {
  name: "capacity",
  label: "How many students at a time?",
  hint: "1 to 10. Each is one meeting a month.",
  type: "number",
  range: { from: 1, to: 10 },
  short: true,
  required: true,
})}
${textField(form, {
  name: "place",
  label: "Where do you meet?",
  hint: "A room, or the link of a video meeting. Your students see it in every invitation.",
  required: false,
  most: nameMaxLength * 2,
})}
${textArea(form, {
  name: "assesses",
  label: "Students whom you grade or assess",
  hint: "Their e-mail addresses, one to a line. You will never be paired with them, and a pairing that stands ends at once, without blame.",
  readBy: "nobody; only the matching uses it.",
  required: false,
  rows: 3,
})}`;

/** Said before it is chosen: whoever comes from outside waits until an administrator has approved it. */
const fromOutside = (kind: MentorKind): string =>
  outsideKinds.includes(kind) ? ", from outside the school" : "";

/** A list in which nothing is chosen until somebody chooses: one that begins with a value would be sent with it unread. */
const choiceField = (
  form: FormState,
  field: { name: string; label: string; options: readonly Option[] },
): Html => {
  const isChosen = field.options.some(({ value }) => value === textOf(form.typed, field.name));
  const options = isChosen ? field.options : [{ value: "", label: "Choose…" }, ...field.options];
  return selectField(form, { ...field, options });
};

/** The form as it looks for somebody who is known; empty for the role that the person does not have. */
export const typedProfile = (person: Pick<Person, "name" | "student" | "mentor">, role: Role): Typed => {
  const { student, mentor } = person;
  const both = role === "student" ? student : mentor;
  return typedOf({
    name: person.name,
    stage: both?.stage,
    specialties: both?.specialties.join(", "),
    focus: both?.focus,
    mentorsWanted: student?.mentorsWanted,
    kind: mentor?.kind,
    capacity: mentor?.capacity,
    place: mentor?.place,
    assesses: mentor?.assesses?.join("\n"),
  });
};

export const parseStudent = (typed: Typed): Parsed<StudentGiven> =>
  together<StudentGiven>({
    stage: parseOneOf(typed, "stage", studentStages, "Choose your year."),
    specialties: parseSpecialties(typed),
    focus: parseFocus(typed),
    mentorsWanted: parseNumber(typed, "mentorsWanted", 1, mentorsWantedMax),
  });

export function parseMentor(typed: Typed): Parsed<MentorGiven> {
  const given = together({
    kind: parseOneOf(typed, "kind", mentorKinds, "Choose what you mentor as."),
    stage: parseOneOf(typed, "stage", stages, "Choose where you are on your way."),
    specialties: parseSpecialties(typed),
    focus: parseFocus(typed),
    capacity: parseNumber(typed, "capacity", 1, 10),
    place: parseText(typed, "place", { most: nameMaxLength * 2 }),
    assesses: parseAssessed(typed),
  });
  if (!given.ok) return given;
  const { assesses, ...mentor } = given.value;
  return accept(assesses.length > 0 ? { ...mentor, assesses } : mentor);
}

function parseAssessed(typed: Typed): Parsed<string[]> {
  const listed = parseList(typed, "assesses", { entries: assessesMaxLength, characters: 254 });
  const wrong = listed.ok ? listed.value.find((address) => !looksLikeEmail(address)) : undefined;
  return wrong === undefined
    ? listed
    : refuse([{ field: "assesses", sentence: `“${wrong.slice(0, 60)}” is not an e-mail address.` }]);
}

const specialtiesField = (form: FormState, label: string): Html =>
  textField(form, {
    name: "specialties",
    label,
    hint: `Separated by commas, at most ${listMaxLength}. For example: pediatrics, medical genetics.`,
    required: false,
  });

const parseSpecialties = (typed: Typed): Parsed<string[]> =>
  parseList(typed, "specialties", { entries: listMaxLength, characters: nameMaxLength });

const focusBoxes = (form: FormState, legend: string): Html =>
  checkboxes(form, {
    name: "focus",
    legend,
    choices: focusAreas.map((value) => ({ value, label: capitalized(value) })),
  });

const parseFocus = (typed: Typed): Parsed<FocusArea[]> => {
  const chosen = textsOf(typed, "focus");
  return accept(focusAreas.filter((area) => chosen.includes(area)));
};
