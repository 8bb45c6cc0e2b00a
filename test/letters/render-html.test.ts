/** A letter in HTML shows people's words as words, fetches nothing, and can be read by day and by night. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { button, choices, facts, paragraph, quote } from "../../shared/letters/blocks.ts";
import { type Colors, day, night } from "../../shared/letters/colors.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { renderHtml } from "../../shared/letters/render-html.ts";
import { goldenCases } from "./golden-cases.ts";

const footer = { why: "Because.", sender: "The school.", links: [] };

test("markup in somebody's words is shown, not obeyed", () => {
  const evil = `<img src=x onerror="alert(1)">&'`;
  const html = renderHtml(evil, [paragraph(evil), quote(evil, evil), facts([evil, evil])], footer);
  expect(html.match(/<img|onerror="/g)).toBe(null);
  expect(html.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&amp;&#39;/g)?.length).toBe(7);
});

test("no text adds a tag", () => {
  const tags = (html: string): number => html.match(/<[a-z!/]/gi)?.length ?? 0;
  const plain = tags(renderHtml("s", [quote("a", "b"), button("c", "d")], footer));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "/", " ") }), (text) => {
      expect(tags(renderHtml(text, [quote(text, text), button(text, text)], footer))).toBe(plain);
    }),
  );
});

test("line breaks in a quote are kept", () => {
  expect(renderHtml("s", [quote("one\r\ntwo\nthree", "Maya")], footer)).toContain("one<br>two<br>three");
});

test("only a whole web address becomes a link", () => {
  const html = renderHtml(
    "s",
    [facts(["Where", "https://a.example/x?y=1&z=2"], ["Or", "javascript:alert(1)"])],
    footer,
  );
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://a.example/x?y=1&amp;z=2"']);
});

test("buttons and choices are links that a finger can hit", () => {
  const html = renderHtml(
    "s",
    [button("Go", "https://a.example/1"), choices({ label: "No", href: "https://a.example/2" })],
    footer,
  );
  expect(html.match(/<a class="[a-z]+" href="[^"]*"/g)).toEqual([
    '<a class="button" href="https://a.example/1"',
    '<a class="link" href="https://a.example/2"',
  ]);
});

test.each(goldenCases)("$file fetches nothing and tracks nobody", ({ letter, context }) => {
  const { html } = renderLetter(letter, context);
  expect(
    html.match(/<(img|link|script|iframe|object|video|form|base|table)\b|url\(|@import|@font-face/gi),
  ).toBe(null);
  expect(html.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
});

describe("contrast is at least 4.5 wherever text stands", () => {
  const pairs: [name: string, text: keyof Colors, ground: keyof Colors][] = [
    ["text on the sheet", "text", "sheet"],
    ["small print on the sheet", "quiet", "sheet"],
    ["small print on the page", "quiet", "page"],
    ["a link on the sheet", "link", "sheet"],
    ["a link on the page", "link", "page"],
    ["a button", "onButton", "button"],
    ["a quote", "text", "quote"],
    ["a quote's author", "quiet", "quote"],
  ];
  test.each(pairs)("%s", (_name, text, ground) => {
    expect(contrast(day[text], day[ground])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(night[text], night[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
