/** Takes the long lists of free time out of an instance's text, because reading them as JSON costs more than planning the month. */

/** The text with a name in place of each list, made of `name` and the list's number. */
export type CutText = {
  text: string;
  name: string;
  /** All lists, one after the other: from, to, from, to… There is room behind them for all that is still in the text. */
  numbers: Int32Array;
  /** Where each list begins in `numbers`, and where the last one ends. */
  begin: number[];
};

const key = Buffer.from('"free"');
const [comma, colon, zero, nine, opening, closing] = [44, 58, 48, 57, 91, 93] as const;
/** A shorter list is not worth its name. */
const leastBytes = 24;
const numberMost = 100_000_000;

/** Only lists like `[[60,120],[300,420]]` are taken out; anything else stays, to be read and refused like the rest. */
export function cutFreeTime(bytes: Buffer): CutText {
  const rest = Buffer.allocUnsafe(bytes.length);
  // Two numbers take at least six bytes: `[1,2],`.
  const numbers = new Int32Array(Math.ceil(bytes.length / 3) + 2);
  const begin = [0];
  const name = nameNotIn(bytes);
  let [used, kept, written] = [0, 0, 0];
  for (let found = bytes.indexOf(key); found >= 0; found = bytes.indexOf(key, found + key.length)) {
    const at = afterSpace(bytes, found + key.length);
    if (bytes[at] !== colon) continue;
    const start = afterSpace(bytes, at + 1);
    const end = readPairs(bytes, start, numbers, used);
    if (end - start < leastBytes) continue;
    // The reader leaves how many numbers there were behind them.
    used += numbers[numbers.length - 1]!;
    written += bytes.copy(rest, written, kept, start);
    written += rest.write(`"${name}${begin.length - 1}"`, written, "latin1");
    kept = end;
    begin.push(used);
  }
  written += bytes.copy(rest, written, kept);
  return { text: rest.toString("utf8", 0, written), name, numbers, begin };
}

/** The beginning of names that stand for nothing else in the file. */
function nameNotIn(bytes: Buffer): string {
  let name = "cut ";
  while (bytes.includes(`"${name}`)) name = `!${name}`;
  return name;
}

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(bytes[at]!)) at++;
  return at;
}

/** Where the list that begins at `start` ends, or -1 when it is anything else than a list of pairs of whole numbers. */
function readPairs(bytes: Uint8Array, start: number, numbers: Int32Array, used: number): number {
  let at = start;
  let size = used;
  if (bytes[at] !== opening) return -1;
  for (;;) {
    at = afterSpace(bytes, at + 1);
    if (bytes[at] !== opening) return -1;
    for (const after of afterNumber) {
      at = afterSpace(bytes, at + 1);
      let value = bytes[at]! - zero;
      // JSON has no number like 007.
      if (!(value >= 0 && value <= 9) || (value === 0 && isDigit(bytes[at + 1]!))) return -1;
      for (at++; isDigit(bytes[at]!); at++) value = value * 10 + bytes[at]! - zero;
      if (value > numberMost) return -1;
      at = afterSpace(bytes, at);
      if (bytes[at] !== after) return -1;
      numbers[size++] = value;
    }
    at = afterSpace(bytes, at + 1);
    if (bytes[at] === comma) continue;
    if (bytes[at] !== closing) return -1;
    numbers[numbers.length - 1] = size - used;
    return at + 1;
  }
}

/** White space as JSON has it (RFC 8259, section 2). */
const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;

const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;

/** The first number of a pair ends with a comma, the second with the pair. */
const afterNumber = [comma, closing] as const;
