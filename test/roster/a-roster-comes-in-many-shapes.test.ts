/** The same people are read whatever the file's encoding, separator and line ends. */
import { expect, test } from "vitest";
import { bytesOf, file, header, mentor, read, student, withHeader } from "./roster-files.ts";

const renee = student.replace("Wei Aydin", "Renée Šimić");
const expected = {
  ok: true,
  value: {
    people: [
      {
        given: {
          student: ["role", "name", "email", "stage", "specialties", "focus", "capacity", "free", "goals"],
        },
        name: "Renée Šimić",
        email: "wei@riverside.example.edu",
        timeZone: "America/New_York",
        availability: {
          weekly: [{ day: "Mon", start: "18:00", end: "20:00", level: "free" }],
          overrides: [],
          absences: [],
        },
        student: {
          stage: "MS1",
          specialties: ["oncology"],
          focus: ["research"],
          goals: [{ area: "research", text: "A first poster" }],
          mentorsWanted: 1,
        },
      },
    ],
    invited: [],
  },
};

const text = `${header}\n${renee}\n`;
const utf16 = (bigEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * (text.length + 1)));
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at + 2, text.charCodeAt(at), !bigEndian);
  return new Uint8Array(view.buffer);
};

test.each<[shape: string, bytes: Uint8Array]>([
  ["UTF-8", bytesOf(text)],
  ["UTF-8 with a byte order mark", bytesOf(`\uFEFF${text}`)],
  ["UTF-16, little end first", utf16(false)],
  ["UTF-16, big end first", utf16(true)],
  ["CR LF line ends and blank rows", file("", header, "", renee, "", "")],
  ["semicolons", bytesOf(text.replaceAll(",", ";"))],
  ["semicolons, announced to Excel", bytesOf(`sep=;\r\n${text.replaceAll(",", ";")}`)],
  ["a byte order mark and an announcement", bytesOf(`\uFEFFsep=;\r\n${text.replaceAll(",", ";")}`)],
  ["tabs", bytesOf(text.replaceAll(",", "\t"))],
  ["spaces around the cells", bytesOf(text.replaceAll(",", " , "))],
  ["empty columns at the end", file(`${header},,`, `${renee},,`)],
  [
    "column names as people write them",
    file(header.replace("email", "E-Mail").replace("time_zone", "Time zone").toUpperCase(), renee),
  ],
])("%s", (_, bytes) => {
  expect(read(bytes)).toEqual(expected);
});

test("windows-1252, as older spreadsheets write it", () => {
  const bytes = Uint8Array.from(withHeader(student.replace("Wei Aydin", "RenXe XimiY")), (byte) => byte);
  const letters: Record<string, number> = { X: 0xe9, Y: 0x8a };
  const swapped = bytes.map((byte) => letters[String.fromCharCode(byte)] ?? byte);
  const result = read(swapped);
  expect(result.ok && result.value.people.map(({ name }) => name)).toEqual(["Renée éimiŠ"]);
});

test("two kinds of line ends in one file, as where rows were added by another program", () => {
  const rows = [student, student.replaceAll(/Wei|wei/g, "Ana"), mentor];
  const result = read(bytesOf(`${header}\r\n${rows.join("\n")}\r`));
  expect(result.ok && result.value.people.map(({ name }) => name)).toEqual([
    "Wei Aydin",
    "Ana Aydin",
    "Sofia Keller",
  ]);
});
