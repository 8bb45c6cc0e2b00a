/** Any words come through a mail unchanged, and no line of it is longer than mail allows. */
import fc from "fast-check";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import {
  base64,
  header,
  headerName,
  headerText,
  quotedPrintable,
} from "../../shared/runtime/mime-encodings.ts";

const crlf = (text: string): string => text.replace(/\r\n|\r|\n/g, "\r\n");

/** A mail with this one part, read by a parser that knows nothing of how it was written. */
const readBody = async (encoding: string, body: string): Promise<string> => {
  const mail = await PostalMime.parse(
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
  );
  return mail.text ?? "";
};
const readSubject = async (line: string) => (await PostalMime.parse(`${line}\r\n\r\n`)).subject;

const words = fc.string({
  unit: fc.constantFrom("a", "Z", " ", "\t", "=", "é", "−", "👩🏽‍⚕️", ".", "\n", "=3D", "word ".repeat(9)),
  maxLength: 60,
});

test.each<[text: string, wire: string]>([
  ["5:00–5:45 PM", "5:00=E2=80=935:45 PM"],
  ["a = b", "a =3D b"],
  ["ends in a space \nand a tab\t", "ends in a space=20\r\nand a tab=09"],
  ["x".repeat(77), `${"x".repeat(75)}=\r\nxx`],
  ["x".repeat(76), "x".repeat(76)],
  // An escape that would be torn begins the next line.
  [`${"x".repeat(74)}=y`, `${"x".repeat(74)}=\r\n=3Dy`],
  [`${"x".repeat(72)}=yy`, `${"x".repeat(72)}=3D=\r\nyy`],
  ["half of a pair: \ud83d", "half of a pair: =EF=BF=BD"],
  ["", ""],
])("quoted-printable writes %j as %j", (text, wire) => {
  expect(quotedPrintable(text)).toBe(wire);
});

test("quoted-printable brings back any text, in lines of at most 76 characters", async () => {
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const wire = quotedPrintable(`${text}|`);
      expect(wire.split("\r\n").filter((line) => line.length > 76 || /[^\t\x20-\x7e]/.test(line))).toEqual(
        [],
      );
      expect(crlf(await readBody("quoted-printable", wire)).trimEnd()).toBe(crlf(`${text}|`));
    }),
  );
});

test("base64 brings back any text, in lines of at most 76 characters", async () => {
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const wire = base64(`${text}|`);
      expect(wire.split("\r\n").filter((line) => !/^[A-Za-z0-9+/=]{1,76}$/.test(line))).toEqual([]);
      expect(crlf(await readBody("base64", wire)).trimEnd()).toBe(crlf(`${text}|`));
    }),
  );
});

test("a header's text comes back as one line, folded before the 79th character", async () => {
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const line = header("Subject", headerText(`A ${text} B`));
      expect(line.split("\r\n").filter((one) => one.length > 78)).toEqual([]);
      expect(await readSubject(line)).toBe(`A ${text} B`.replace(/[\s]+/g, " "));
    }),
  );
});

test.each<[name: string, wire: string]>([
  ["Maya Chen", "Maya Chen"],
  ["O'Neil", "O'Neil"],
  ["Dr. Helen Okafor", '"Dr. Helen Okafor"'],
  ['The "Doc" \\', '"The \\"Doc\\" \\\\"'],
  ["=?UTF-8?Q?tricked?=", "=?UTF-8?B?PT9VVEYtOD9RP3RyaWNrZWQ/PQ==?="],
  ["Zoë", "=?UTF-8?B?Wm/Dqw==?="],
  ["李".repeat(16), `=?UTF-8?B?${"5p2O".repeat(13)}?= =?UTF-8?B?5p2O5p2O5p2O?=`],
  [" \r\n ", ""],
])("the name %j stands before an address as %j", (name, wire) => {
  expect(headerName(name).join(" ")).toBe(wire);
});
