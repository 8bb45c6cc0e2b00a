/** How words of any language travel in a mail, which knows only short lines of ASCII. */
import { oneLine } from "../letters/one-line.ts";

/** Header lines end before this many characters where a space allows it (RFC 5322 2.1.1). */
const headerWidth = 78;

/** A header, folded at the spaces between its words. A word that is longer than a line stays whole. */
export function header(name: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > headerWidth && line !== `${name}:`) {
      lines.push(line);
      line = "";
    }
    line += ` ${word}`;
  }
  return [...lines, line].join("\r\n");
}

const printable = /^[\x20-\x7e]*$/;
/** Words short enough to fold, and nothing that a reader would take for an encoded word. */
const plain = (text: string): boolean =>
  printable.test(text) && !text.includes("=?") && text.split(" ").every((word) => word.length < headerWidth);

/** Words for a header: as they are where ASCII will do, else encoded (RFC 2047). Line breaks and control marks become spaces. */
export function headerText(text: string): string[] {
  const line = oneLine(text);
  return plain(line) ? line.split(" ") : encodedWords(line);
}

/** A name before an address; quoted where it has more than letters, digits and the few marks of an atom (RFC 5322 3.2.3). */
export function headerName(name: string): string[] {
  const line = oneLine(name);
  if (line === "") return [];
  if (!plain(line)) return encodedWords(line);
  const quoted = /^[\w !#$%&'*+/=?^`{|}~-]+$/.test(line) ? line : `"${line.replace(/["\\]/g, "\\$&")}"`;
  return quoted.split(" ");
}

/** Bytes of text in an encoded word: short enough that the first fits beside the header's name in 76 characters (RFC 2047 2). */
const encodedWordBytes = 39;

/** Each word holds whole characters, as RFC 2047 5 asks. */
function encodedWords(text: string): string[] {
  const chunks: string[] = [];
  let chunk = "";
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > encodedWordBytes) {
      chunks.push(chunk);
      chunk = "";
    }
    chunk += character;
  }
  return [...chunks, chunk].map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`);
}

/** Text as quoted-printable with CRLF (RFC 2045 6.7). */
export const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(quotedPrintableLine)
    .join("\r\n");

function quotedPrintableLine(line: string): string {
  let rest = line.replace(/[^\t\x20-\x3c\x3e-\x7e]|[\t ]$/gu, escapeBytes);
  const lines: string[] = [];
  while (rest.length > 76) {
    // The 76th character is the sign that the line goes on; no escape may be torn.
    const lastEscape = rest.lastIndexOf("=", 74);
    const end = lastEscape > 72 ? lastEscape : 75;
    lines.push(`${rest.slice(0, end)}=`);
    rest = rest.slice(end);
  }
  return [...lines, rest].join("\r\n");
}

const escapeBytes = (character: string): string =>
  Array.from(Buffer.from(character), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(
    "",
  );

/** Text as base64 in lines of 76 characters (RFC 2045 6.8). */
export const base64 = (text: string): string =>
  Buffer.from(text)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\r\n");
