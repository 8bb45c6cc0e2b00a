/** Every letter keeps the house's promises: who reads an answer, how long it is, what it tells of the other, and how it ends. */
import { describe, expect, test } from "vitest";
import { letterNames, letterRules } from "../../shared/domain/letter-rules.ts";
import { letters } from "../../shared/letters/all.ts";
import type { LetterContext } from "../../shared/letters/letter.ts";
import { readersInWords } from "../../shared/letters/readers-of.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { type Verb, verbs } from "../../shared/links/verbs.ts";
import { type GoldenCase, goldenCases } from "./golden-cases.ts";

/** The letter, and every verb it made a link for. */
function renderAndListen({ letter, context }: GoldenCase) {
  const asked: Verb[] = [];
  const link: LetterContext["link"] = (verb) => {
    asked.push(verb);
    return context.link(verb);
  };
  return { ...renderLetter(letter, { ...context, link }), asked };
}

test("each letter stands in the table under its own name", () => {
  expect(letterNames.map((name) => letters[name].name)).toEqual(letterNames);
});

test("the pages with a field for free text are the ones that say who reads it", () => {
  const withText = (Object.keys(verbs) as Verb[]).filter((verb) => readersInWords(verb, "student"));
  expect(withText).toEqual(["sign-up", "prepare", "answer", "thank"]);
});

describe.each(goldenCases)("$file", (golden) => {
  const { subject, text, html, calendar, unsubscribe, asked } = renderAndListen(golden);
  const { reader, student, mentor, school } = golden.context;

  test("says who reads an answer wherever it asks for words, and only there", () => {
    const asksForWords = asked.some((verb) => readersInWords(verb, "student") !== undefined);
    expect(text.match(/^Who reads this: /gm)?.length ?? 0).toBe(asksForWords ? 1 : 0);
  });

  test("makes each link once, and both renderings carry all of them", () => {
    expect(asked).toEqual([...new Set(asked)]);
    for (const verb of asked) {
      expect(text.split("\n")).toContain(golden.context.link(verb));
      expect(html).toContain(`href="${golden.context.link(verb)}"`);
    }
  });

  test("is short, but for the welcome with its agreement", () => {
    const words = text.replaceAll(/https:\S+/g, "").split(/\s+/).length;
    expect(words).toBeLessThanOrEqual(golden.letter === "welcome" ? 450 : 260);
    expect(subject.length).toBeLessThanOrEqual(90);
  });

  test("greets its reader and says why it came and from whom", () => {
    expect(text.split("\n")[0]).toBe(reader.name === "" ? "Hello," : `Hello ${reader.name},`);
    expect(text.replaceAll("\n", " ")).toContain("You get this mail because ");
    expect(text).toContain(school.sender.address);
  });

  test("shows whoever has a page the way to it, where it is not itself a link to sign in", () => {
    const pages = ["student", "mentor"].map((role) => `${golden.context.siteUrl}/${role}`);
    const shown =
      reader.role === "visitor" || golden.letter === "sign-in-link"
        ? []
        : [`${golden.context.siteUrl}/${reader.role}`];
    expect(text.split("\n").filter((line) => pages.includes(line))).toEqual(shown);
    expect(pages.filter((page) => html.includes(`href="${page}"`))).toEqual(shown);
  });

  test("tells nobody's address but the school's", () => {
    for (const person of [student, mentor]) {
      expect(`${subject}${text}${html}`).not.toContain(person?.email);
    }
  });

  test("can be stopped if it is optional, and only then", () => {
    expect(unsubscribe !== undefined).toBe(letterRules[golden.letter].optional);
    expect(asked.includes("unsubscribe")).toBe(letterRules[golden.letter].optional);
  });

  test("carries a calendar entry exactly when the meeting's time is set, changed or given up", () => {
    const methods: Record<string, string> = { invite: "REQUEST", moved: "REQUEST", "called-off": "CANCEL" };
    expect(calendar?.method).toBe(methods[golden.letter]);
    if (calendar) expect(calendar.entry).toContain(`\r\nMETHOD:${calendar.method}\r\n`);
  });

  test("is one line of subject, and plain American English", () => {
    expect(subject).toMatch(/^[^\p{Cc}]+$/u);
    expect(text).not.toMatch(/programme|organis|favour|colour|undefined|null|NaN|\[object/);
  });
});
