/** Every page passes axe (WCAG 2.2 A and AA) in a real browser, by day and by night, on a phone and on a desk, and fits 320 px. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOnly } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hour } from "../../shared/domain/time.ts";
import { addPerson } from "../../shared/records/people.ts";
import { suppress } from "../../shared/records/suppressions.ts";
import { transact } from "../../shared/records/table.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import {
  administrator,
  maya,
  meetsAt,
  type OwnWorld,
  openOwnWorld,
  ravi,
  siteUrl,
  startAt,
} from "../pages/own-world.ts";
import { inBrowser, noBrowser, openBrowser, pageOn } from "./chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const pages = [
  [maya.email, "/student"],
  [maya.email, "/student?done=confirm"],
  [maya.email, "/student/meetings/pairaaaa-2026-12/move"],
  [maya.email, "/student/meetings/pairaaaa-2026-12/prepare"],
  [maya.email, "/student/goals"],
  [maya.email, "/student/time"],
  [maya.email, "/student/profile"],
  [maya.email, "/student/agreement"],
  [maya.email, "/student/nothing"],
  [ravi.email, "/mentor"],
  [ravi.email, "/mentor/students"],
  [ravi.email, "/mentor/thanks"],
  [ravi.email, "/mentor/profile"],
  [ravi.email, "/mentor/mentorships/pairaaaa/not-for-me"],
  [administrator, "/administrator"],
  [administrator, "/administrator/people"],
  [administrator, "/administrator/people?show=unreachable"],
  [administrator, "/administrator/import"],
  [administrator, "/administrator/pairs"],
  [administrator, "/administrator/months?month=2026-12"],
  [administrator, "/administrator/mail"],
  [administrator, "/administrator/how-it-works"],
] as const;

/** A mentor to approve, a proposal to look at, and an address that mail does not reach: rows with buttons. */
async function giveTheAdministratorWork(world: OwnWorld): Promise<void> {
  const table = tableOf(world.runtime);
  const nadia = { ...maya, id: "nadia", name: "Nadia Obi", email: "nadia@riverside.example.edu" };
  const kim = { ...ravi, id: "kim", name: "Kim Soto", email: "kim@association.example.org" };
  const outside = { ...kim, mentor: { ...ravi.mentor!, kind: "association" as const, approved: false } };
  await transact(
    table,
    [
      ...addPerson(table, nadia),
      ...addPerson(table, outside),
      suppress(table, ravi.email, { why: "bounced", since: startAt }),
    ],
    "work",
  );
  await world.browse(administrator, "/administrator/pairs/propose", {});
}

describe.skipIf(noBrowser)(inBrowser, () => {
  let world: OwnWorld;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openOwnWorld(), openBrowser()]);
    await giveTheAdministratorWork(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** Everybody keeps one browser page: a phone of the narrowest kind, by day. */
  const open = new Map<string, Page>();
  const complaints: string[] = [];
  const pageOf = async (email: string): Promise<Page> => {
    const before = open.get(email);
    if (before) return before;
    const page = await pageOn(browser, world, siteUrl, { width: 320, cookie: await world.signIn(email) });
    page.on("console", (message) => void complaints.push(message.text()));
    page.on("pageerror", (error) => void complaints.push(error.message));
    open.set(email, page);
    return page;
  };
  const look = async (email: string, path: string): Promise<Page> => {
    const page = await pageOf(email);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 320, height: 800 });
    complaints.length = 0;
    await page.goto(`${siteUrl}${path}`);
    await page.evaluate(axe);
    return page;
  };

  const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  const found = async (page: Page, runOnly: RunOnly = { type: "tag", values: tags }): Promise<string[]> => {
    const results = (await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly })})`)) as AxeResults;
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    );
  };

  it.each(pages)("%s finds %s accessible", async (email, path) => {
    const page = await look(email, path);
    expect(await found(page)).toEqual([]);
    expect(await page.evaluate(overflow)).toBe(0);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 1200, height: 800 });
    expect(await found(page, { type: "rule", values: ["color-contrast"] })).toEqual([]);
    // A page that is not there is a complaint of the browser's own.
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });

  it("a form with faults says so accessibly, and its summary leads to the field", async () => {
    const page = await look(maya.email, "/student/time");
    await page.selectOption("[name=day-0]", "");
    await page.fill("[name=absences]", "next week");
    await page.click("main form button");
    await page.waitForSelector(".faults");
    await page.evaluate(axe);
    expect(await found(page)).toEqual([]);
    await page.click(".faults a[href='#field-absences']");
    expect(await page.evaluate("location.hash")).toBe("#field-absences");
    expect(await page.inputValue("[name=absences]")).toBe("next week");
  });

  it.each([
    ["/administrator/people?show=to-approve", ["Approve Kim Soto"]],
    ["/administrator/people?show=unreachable", ["Mail works again for Ravi Menon"]],
    ["/administrator/pairs", ["Confirm Nadia Obi and Ravi Menon", "Set aside Nadia Obi and Ravi Menon"]],
  ])("what can be done in a row of %s is in sight on a phone", async (path, buttons) => {
    const page = await look(administrator, path);
    const inSight = await page.evaluate(
      "[...document.querySelectorAll('td button')].filter((it) => it.getBoundingClientRect().right <= it.closest('.scroll').getBoundingClientRect().right).map((it) => it.textContent)",
    );
    expect(inSight).toEqual(buttons);
  });

  it("in a high-contrast mode the menu still marks one page, and rows still scroll below what can be done in them", async () => {
    const page = await look(administrator, "/administrator/people?show=to-approve");
    await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    const marked =
      "[...document.querySelectorAll('nav.pages a')].filter((it) => getComputedStyle(it).borderBottomStyle !== 'none').map((it) => it.textContent)";
    expect(await page.evaluate(marked)).toEqual(["People"]);
    const behind = "getComputedStyle(document.querySelector('td form').closest('td'))";
    expect(await page.evaluate(`[${behind}.backgroundImage, ${behind}.backgroundColor]`)).toEqual([
      "none",
      "rgb(0, 0, 0)",
    ]);
    await page.emulateMedia({ forcedColors: "none" });
  });

  it("all that can be pressed is 44 px high", async () => {
    const page = await look(maya.email, "/student");
    const low = await page.evaluate(
      "[...document.querySelectorAll('main button, main .button, nav a, summary')].filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44).map((it) => it.outerHTML)",
    );
    expect(low).toEqual([]);
  });

  it.each(["/student", "/student/goals", "/student/time", "/student/profile"])(
    "%s fits a phone whose text is twice as large",
    async (path) => {
      const page = await look(maya.email, path);
      await page.setViewportSize({ width: 360, height: 800 });
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await page.evaluate(overflow)).toBe(0);
    },
  );

  it("no word of when and where is broken on a phone whose text is twice as large", async () => {
    const page = await look(maya.email, "/student/meetings/pairaaaa-2026-12/move");
    await page.setViewportSize({ width: 360, height: 800 });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    const linesOfFirstWord = `(() => {
      const word = document.createRange();
      const text = document.querySelector("dl.facts dd").firstChild;
      word.setStart(text, 0);
      word.setEnd(text, text.data.indexOf(","));
      return [word.toString(), word.getClientRects().length];
    })()`;
    expect(await page.evaluate(linesOfFirstWord)).toEqual(["Thursday", 1]);
  });

  it("a box to tick does not touch its words", async () => {
    const page = await look(ravi.email, "/mentor/mentorships/pairaaaa/not-for-me");
    const between =
      "document.querySelector('.choice span').getBoundingClientRect().left - document.querySelector('.choice input').getBoundingClientRect().right";
    expect(await page.evaluate(between)).toBeGreaterThan(8);
  });

  it("words in Hebrew begin at the right", async () => {
    const path = "/student/meetings/pairaaaa-2026-12/prepare";
    await world.browse(maya.email, path, { questions: "מה כדאי לשאול?" });
    const page = await look(maya.email, "/student");
    const untilTheEdge = `(() => {
      const quote = document.querySelector("blockquote");
      const words = document.createRange();
      words.selectNodeContents(quote);
      return quote.getBoundingClientRect().right - words.getBoundingClientRect().right;
    })()`;
    expect(await page.evaluate(untilTheEdge)).toBe(16);
  });

  it("asks whether they met accessibly, when the time is over", async () => {
    await world.advanceTo(meetsAt + 2 * hour);
    // More than a week has passed: the sessions of before have ended.
    open.clear();
    for (const [email, path] of [
      [maya.email, "/student/meetings/pairaaaa-2026-12/answer"],
      [ravi.email, "/mentor/meetings/pairaaaa-2026-12/answer"],
    ] as const) {
      const page = await look(email, path);
      expect(await found(page)).toEqual([]);
    }
  });
});
