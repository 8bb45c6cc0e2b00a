/** The form to join tells every fault at once, beside its field, and keeps everything that was typed. */
import { parse } from "node-html-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../../infra/local/world.ts";
import { dump, openPagesWorld } from "../answer/pages-world.ts";
import { type Browser, browserOf, linkInLastMail } from "./browser.ts";
import { mentorForm, studentForm } from "./forms.ts";

let world: World;
let browser: Browser;
const paths: Record<string, string> = {};
beforeAll(async () => {
  world = await openPagesWorld();
  browser = browserOf(world);
  for (const role of ["student", "mentor"]) {
    await browser.post("/join", { role, email: `${role}@riverside.example.edu` });
    paths[role] = await linkInLastMail(world, "sign-up");
  }
});
afterAll(() => world.close());

const faultsIn = (html: string) =>
  parse(html)
    .querySelectorAll(".faults a")
    .map((link) => [link.getAttribute("href"), link.textContent]);

describe("faults", () => {
  it.each<[string, Record<string, string>, [string, string][]]>([
    ["student", { ...studentForm, name: " " }, [["#field-name", "Tell us your name."]]],
    [
      "student",
      { ...studentForm, name: "n".repeat(121) },
      [["#field-name", "This is 121 characters long; at most 120 can be kept."]],
    ],
    ["student", { ...studentForm, stage: "PGY1" }, [["#field-stage", "Choose your year."]]],
    [
      "student",
      { ...studentForm, timeZone: "Mars/Olympus" },
      [["#field-timeZone", "Choose a time zone from the list."]],
    ],
    [
      "student",
      { ...studentForm, "goal-0": "", "area-0": "" },
      [
        ["#field-area-0", "Choose what your goal is about."],
        ["#field-goal-0", "Say what your goal is."],
      ],
    ],
    [
      "student",
      { ...studentForm, "goal-1": "g".repeat(2001), "area-1": "research" },
      [["#field-goal-1", "This is 2,001 characters long; at most 2,000 can be kept."]],
    ],
    [
      "student",
      { ...studentForm, absences: "2026-04-05..2026-04-09 holiday\n2026-11-20..2026-11-24 exam" },
      [
        [
          "#field-absences",
          "“2026-04-05..2026-04-09 holiday” is over: today is 2026-11-24. Correct the year, or remove this line.",
        ],
      ],
    ],
    [
      "student",
      { ...studentForm, mentorsWanted: "4" },
      [["#field-mentorsWanted", "Enter a whole number from 1 to 3."]],
    ],
    [
      "student",
      { ...studentForm, agreement: "" },
      [["#field-agreement", "Please accept the agreement: everybody does before the first meeting."]],
    ],
    [
      "mentor",
      { ...mentorForm, capacity: "0", responsibilities: "" },
      [
        ["#field-capacity", "Enter a whole number from 1 to 10."],
        ["#field-responsibilities", "Please say that you take on what is asked of a mentor."],
      ],
    ],
    ["mentor", { ...mentorForm, kind: "dean" }, [["#field-kind", "Choose what you mentor as."]]],
  ])("%s %#", async (role, form, faults) => {
    const before = await dump(world);
    const { status, html } = await browser.post(paths[role]!, form);
    expect(status).toBe(422);
    expect(faultsIn(html)).toEqual(faults);
    const page = parse(html);
    for (const [name, value] of Object.entries(form).filter(([name, value]) => isTypable(page, name, value)))
      expect([name, standingIn(page, name)]).toEqual([name, value.trim()]);
    expect(await dump(world)).toEqual(before);
  });
});

it.each([
  ["student", ["name", "stage", "mentorsWanted", "area-0", "goal-0", "timeZone", "day-0", "agreement"]],
  ["mentor", ["name", "kind", "stage", "capacity", "responsibilities", "timeZone", "day-0", "agreement"]],
])("what is wrong is told to a %s in the order of the form", async (role, wrong) => {
  const { html } = await browser.post(paths[role]!, { "day-0": "Mon" });
  const told = faultsIn(html).map(([field]) => field?.replace("#field-", ""));
  const asInTheForm = parse(html)
    .querySelectorAll("main form [name]")
    .map((field) => field.getAttribute("name"));
  expect(told).toEqual(wrong);
  expect(told).toEqual(asInTheForm.filter((name) => told.includes(name)));
});

type Page = ReturnType<typeof parse>;

/** A list offers only what may be chosen; no browser posts anything else from it. */
const isTypable = (page: Page, name: string, value: string): boolean =>
  !page.querySelector(`select[name="${name}"]`) ||
  page.querySelector(`select[name="${name}"] option[value="${value}"]`) !== null;

/** What a browser would post again for a field of the page. */
function standingIn(page: Page, name: string): string {
  const select = page.querySelector(`select[name="${name}"] option[selected]`);
  const box = page.querySelector(`input[type=checkbox][name="${name}"][checked]`);
  const text = page.querySelector(`input:not([type=checkbox])[name="${name}"]`);
  const found = select ?? box ?? text;
  return (
    found?.getAttribute("value") ?? page.querySelector(`textarea[name="${name}"]`)?.textContent.trim() ?? ""
  );
}

it.each([
  ["student", ["goal-0", "goal-1", "goal-2", "dates", "absences"]],
  ["mentor", ["assesses", "dates", "absences"]],
])("every field for free text of a %s says who reads it", async (role, fields) => {
  const page = parse((await browser.get(paths[role]!)).html);
  const areas = page.querySelectorAll("textarea");
  expect(areas.map((area) => area.getAttribute("name"))).toEqual(fields);
  for (const area of areas)
    expect(page.querySelector(`#${area.getAttribute("aria-describedby")}`)?.textContent).toMatch(
      /Who reads this: /,
    );
});

it("what is hostile in the form stays text", async () => {
  const hostile = `"><script>alert(1)</script>`;
  const { html } = await browser.post(paths.student!, {
    ...studentForm,
    name: hostile,
    "goal-0": hostile,
    agreement: "",
  });
  const page = parse(html);
  expect(page.querySelectorAll("script")).toEqual([]);
  expect(page.querySelector("input[name=name]")?.getAttribute("value")).toBe(hostile);
  expect(page.querySelector("textarea[name=goal-0]")?.textContent.trim()).toBe(hostile);
});

it("says where more rows are, and of no button that is not there", async () => {
  const page = parse((await browser.get(paths.student!)).html);
  expect(page.querySelectorAll("main form button").map(({ textContent }) => textContent)).toEqual(["Join"]);
  expect(page.querySelector("#weekly-title + .hint")?.textContent).toBe(
    "Enter the times in which you could meet. “Only if needed” is used where nothing else fits. Until 12:00 AM means until midnight. If you need more rows, fill in these first; once they are saved, your own page shows more.",
  );
});

it.each([
  ["student", studentForm, [["stage", "Choose your year."]]],
  [
    "mentor",
    mentorForm,
    [
      ["kind", "Choose what you mentor as."],
      ["stage", "Choose where you are on your way."],
    ],
  ],
] as const)("nothing is chosen for a %s, and a list that was left is refused", async (role, form, left) => {
  const page = parse((await browser.get(paths[role]!)).html);
  const asLeft: Record<string, string> = { ...form };
  for (const [name] of left) {
    const [first, ...rest] = page.querySelectorAll(`select[name="${name}"] option`);
    expect([first?.getAttribute("value"), first?.textContent]).toEqual(["", "Choose…"]);
    expect(rest.filter((option) => option.hasAttribute("selected"))).toEqual([]);
    asLeft[name] = "";
  }
  const refused = await browser.post(paths[role]!, asLeft);
  expect(refused.status).toBe(422);
  expect(faultsIn(refused.html)).toEqual(left.map(([name, sentence]) => [`#field-${name}`, sentence]));
});
