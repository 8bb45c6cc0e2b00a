/** Renders a letter's blocks as plain text, 72 columns wide, with every link whole on a line of its own. */
import type { Footer } from "./footer.ts";
import type { Block } from "./letter.ts";

const width = 72;
const longestLabel = 24;

/** Blocks are set apart by one empty line; lines end in \n. */
export function renderText(blocks: readonly Block[], footer: Footer): string {
  return `${[...blocks.map(renderBlock), ...renderFooter(footer)].join("\n\n")}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "small":
      return wrap(block.text);
    case "heading":
      return `${wrap(block.text)}\n${"-".repeat(Math.min(block.text.length, width))}`;
    case "facts":
      return renderFacts(block.rows);
    case "list":
      return block.items.map((item) => wrap(item, "- ", "  ")).join("\n");
    case "quote":
      return `${wrap(`${block.from}:`)}\n${wrap(block.text, "> ", "> ")}`;
    case "button":
      return renderLink(block);
    case "choices":
      return block.links.map(renderLink).join("\n\n");
  }
}

/** Values stand below one another; a label too long for that has its value on the next line. */
function renderFacts(rows: readonly (readonly [label: string, value: string])[]): string {
  const short = rows.map(([label]) => label.length).filter((length) => length <= longestLabel);
  const indent = Math.max(0, ...short) + 2;
  const rest = " ".repeat(indent);
  return rows
    .map(([label, value]) =>
      label.length <= longestLabel
        ? wrap(value, `${label}:`.padEnd(indent), rest)
        : `${wrap(`${label}:`)}\n${wrap(value, rest, rest)}`,
    )
    .join("\n");
}

const renderLink = ({ label, href }: { label: string; href: string }): string => `${label}:\n${href}`;

// "-- " on a line of its own is how mail readers recognize a signature, and may hide it.
const renderFooter = ({ why, sender, links }: Footer): string[] => [
  ["-- ", wrap(why), wrap(sender)].join("\n"),
  ...links.map(renderLink),
];

/** Breaks at spaces only, so an address longer than the line stays whole; the text's own line breaks are kept. */
function wrap(text: string, first = "", rest = ""): string {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n?|\n/)) {
    let line = "";
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const prefix = lines.length === 0 ? first : rest;
      if (line !== "" && prefix.length + line.length + 1 + word.length > width) {
        lines.push(prefix + line);
        line = word;
      } else line += line === "" ? word : ` ${word}`;
    }
    lines.push((lines.length === 0 ? first : rest) + line);
  }
  return lines.map((line) => line.trimEnd()).join("\n");
}
