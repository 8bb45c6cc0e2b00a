/** Names for the pieces of a letter, so that a letter's file reads like the letter. */
import type { Block, LetterContext } from "./letter.ts";

/** A sentence that ends with a name such as `Helen Okafor, M.D.` has one full stop. */
export const paragraph = (text: string): Block => ({
  kind: "paragraph",
  text: text.replace(/(?<!\.)\.\.(?!\.)/g, "."),
});
export const heading = (text: string): Block => ({ kind: "heading", text });
export const facts = (...rows: (readonly [label: string, value: string])[]): Block => ({
  kind: "facts",
  rows,
});
export const list = (...items: string[]): Block => ({ kind: "list", items });
export const quote = (text: string, from: string): Block => ({ kind: "quote", text, from });
export const button = (label: string, href: string): Block => ({ kind: "button", label, href });
export const choices = (...links: { label: string; href: string }[]): Block => ({ kind: "choices", links });
export const small = (text: string): Block => ({ kind: "small", text });

/** Stands beside every link that leads to a field for free text. */
export const whoReads = (text: string): Block => small(`Who reads this: ${text}`);

/** Names are used as their owners wrote them: no guess at a first name or a title. */
export const greeting = ({ reader }: Pick<LetterContext, "reader">): Block =>
  paragraph(reader.name.trim() === "" ? "Hello," : `Hello ${reader.name.trim()},`);
