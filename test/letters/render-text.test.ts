/** A letter in plain text keeps to 72 columns, leaves links whole, and marks what is quoted. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { button, facts, heading, list, paragraph, quote } from "../../shared/letters/blocks.ts";
import { renderText } from "../../shared/letters/render-text.ts";

const footer = { why: "Because.", sender: "The school.", links: [] };
const signature = "\n\n-- \nBecause.\nThe school.\n";

test("every kind of block has its own look", () => {
  const text = renderText(
    [
      paragraph("One two."),
      heading("What comes"),
      facts(["When", "Now"], ["Where", "Here"]),
      list("first", "second"),
      quote("Line one\nline two", "Maya"),
      button("Go on", "https://a.example/x"),
    ],
    footer,
  );
  expect(text).toBe(
    "One two.\n\nWhat comes\n----------\n\nWhen:  Now\nWhere: Here\n\n- first\n- second\n\nMaya:\n> Line one\n> line two\n\nGo on:\nhttps://a.example/x" +
      signature,
  );
});

test("a link stays whole however long it is", () => {
  const href = `https://a.example/${"x".repeat(300)}`;
  expect(renderText([button("Go", href)], footer)).toBe(`Go:\n${href}${signature}`);
});

test("a label too long to stand beside its value stands above it", () => {
  expect(renderText([facts(["When", "Now"], [`For ${"N".repeat(60)}`, "Later"])], footer)).toBe(
    `When: Now\nFor ${"N".repeat(60)}:\n      Later${signature}`,
  );
});

test("the footer's links stand below it, one after the other", () => {
  const links = [
    { label: "Your own page", href: "https://a.example/student" },
    { label: "Stop it", href: "https://a.example/u" },
  ];
  expect(renderText([paragraph("A")], { ...footer, links })).toBe(
    `A${signature}\nYour own page:\nhttps://a.example/student\n\nStop it:\nhttps://a.example/u\n`,
  );
});

test("no line of words is longer than 72 columns, and no word is lost", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, (given) => {
      const text = renderText([quote(given.join(" "), "M")], footer).replace(signature, "");
      const lines = text.split("\n").slice(1);
      expect(lines.filter((line) => line.length > 72 || !line.startsWith("> "))).toEqual([]);
      expect(lines.flatMap((line) => line.slice(2).split(" "))).toEqual(given);
    }),
  );
});
