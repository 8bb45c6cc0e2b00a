/** A roster with anything wrong in it is refused whole, with sentences that name the row and say what to do. */
import { expect, test } from "vitest";
import { answerTo, bytesOf, file, header, mentor, read, student, withHeader } from "./roster-files.ts";

const csv = "open it in your spreadsheet and choose “Save as” → “CSV UTF-8”, then bring that file.";
const columns =
  "role, name, email, kind, stage, specialties, focus, capacity, time_zone, free, away, goals, place";
const row = (from: string, what: string, instead: string): string => {
  if (!from.includes(what)) throw new Error(`${from} has no ${what}`);
  return from.replace(what, instead);
};

test.each<[what: string, bytes: Uint8Array, sentences: string[]]>([
  [
    "empty file",
    bytesOf(""),
    ["The file is empty: it needs a row that names the columns and one row a person."],
  ],
  [
    "only line breaks",
    bytesOf("\r\n\r\n"),
    ["The file is empty: it needs a row that names the columns and one row a person."],
  ],
  ["header only", file(header), ["The file names the columns and no people: add one row a person."]],
  [
    "PNG",
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    [`The file is a picture (PNG), not a table of text: ${csv}`],
  ],
  ["PDF", bytesOf("%PDF-1.7"), [`The file is a PDF document, not a table of text: ${csv}`]],
  [
    "XLSX",
    bytesOf("PK\u0003\u0004…"),
    [`The file is an Excel workbook or another zipped file, not a table of text: ${csv}`],
  ],
  ["NULs", bytesOf(`${header}\n${student}\u0000`), [`The file contains bytes that no text has: ${csv}`]],
  ["half a letter", new Uint8Array([0xff, 0xfe, 0x72]), [`The file breaks off inside a letter: ${csv}`]],
  [
    "too large",
    new Uint8Array(5 * 2 ** 20 + 1).fill(0x20),
    ["The file is larger than 4 MiB: split it and import the parts one after the other."],
  ],
  [
    "too many people",
    bytesOf(`role,name,email\n${"a,b,c\n".repeat(20_001)}`),
    ["The file has 20001 people; at most 20000 can be imported at once."],
  ],
  [
    "no header",
    file(student),
    [`Row 1: no column has a name we know; the first row must name the columns: ${columns}.`],
  ],
  ["missing column", file("role,name,stage", "student,Wei,MS1"), ["Row 1: the column “email” is missing."]],
  [
    "misspelt columns",
    file("role,name,emial,fokus,shoe size", "student,Wei,w@x.edu,,"),
    [
      "Row 1: “emial” is not a column we know; did you mean “email”?",
      "Row 1: “fokus” is not a column we know; did you mean “focus”?",
      `Row 1: “shoe size” is not a column we know: use ${columns}.`,
    ],
  ],
  [
    "more columns than a roster has",
    file(`role,name,email${",".repeat(98)}`),
    ["Row 1: there are 101 columns; at most 100 can be read."],
  ],
  [
    "a column twice",
    file("role,name,email,E-Mail", "student,Wei,w@x.edu,"),
    ["Row 1: the column “email” is there twice."],
  ],
  [
    "two rows with one address",
    withHeader(student, mentor, row(student, "wei@", "WEI@")),
    ["Rows 2 and 4: wei@riverside.example.edu is there 2 times as a student; keep one of them."],
  ],
  [
    "three rows with one address, one of them wrong besides",
    withHeader(student, row(student, "MS1", "MS9"), student),
    [
      "Rows 2, 3 and 4: wei@riverside.example.edu is there 3 times as a student; keep one of them.",
      "Row 3: “MS9” is not a stage of a student: write MS1, MS2, MS3 or MS4.",
    ],
  ],
  [
    "unknown zone",
    withHeader(row(student, ",1,,", ",1,America/Springfield,")),
    ["Row 2: “America/Springfield” is not an IANA time zone such as America/New_York."],
  ],
  [
    "a zone in the wrong capitals",
    withHeader(row(student, ",1,,", ",1,america/new_york,")),
    ["Row 2: “america/new_york” is not an IANA time zone; it is written America/New_York."],
  ],
  [
    "zones without a place",
    withHeader(
      row(student, ",1,,", ",1,EST,"),
      row(mentor, "sofia@", "ana@").replace(",,Mon", ",Etc/GMT+5,Mon"),
    ),
    [
      "Row 2: “EST” does not name a region and a city; use America/New_York.",
      "Row 3: “Etc/GMT+5” does not name a region and a city; use an IANA time zone such as America/New_York.",
    ],
  ],
  [
    "a window that ends before it starts",
    withHeader(student, row(mentor, "17:30-18:30", "18:30-17:30")),
    ["Row 3: free: “Mon 18:30-17:30” ends before it starts: to run past midnight, write 18:30-17:30+1."],
  ],
  [
    "a bad absence",
    withHeader(row(student, "20:00,,", "20:00,2026-12-18..2026-12-14 exam,")),
    ["Row 2: away: “2026-12-18..2026-12-14 exam” ends before it starts."],
  ],
  [
    "a comma without quotation marks",
    withHeader(row(student, "A first poster", "A poster, soon")),
    [
      "Row 2: has 14 cells where the first row has 13; put quotation marks around a cell that contains a comma.",
    ],
  ],
  [
    "cells left out",
    withHeader("student,Wei,wei@x.edu", mentor),
    ["Row 2: has 3 cells where the first row has 13; every comma of an empty cell must be there."],
  ],
  [
    "quotes unclosed",
    withHeader(student, 'mentor,"Sofia Keller,sofia@x.edu', student),
    [
      "Row 3: a quotation mark is opened and not closed properly; a mark inside a cell is written twice, and the whole cell stands between marks.",
    ],
  ],
  [
    "unknown role, kind, stage and focus",
    withHeader(
      row(student, "student,", "teacher,"),
      row(row(row(mentor, "resident", "nurse"), "PGY5", "PGY9"), "networking", "golf"),
    ),
    [
      "Row 2: “teacher” is not a role: write student or mentor.",
      "Row 3: “nurse” is not a kind of mentor: write faculty, resident, peer, association or online.",
      "Row 3: “PGY9” is not a stage: write MS1, MS2, MS3, MS4, PGY1, PGY2, PGY3, PGY4, PGY5, PGY6, PGY7 or attending.",
      "Row 3: “golf” is not a focus area: write academic support, professional development, emotional support, career direction, research, networking or personal growth.",
    ],
  ],
  [
    "stages that do not fit the kind",
    withHeader(
      row(mentor, "PGY5", "attending"),
      row(row(mentor, "resident", "peer"), "sofia@", "s@"),
      row(row(mentor, "PGY5", "MS4"), "sofia@", "t@"),
    ),
    [
      "Row 2: a resident is at PGY1 to PGY7, and this row says attending.",
      "Row 3: a peer mentor is a student, MS1 to MS4, and this row says PGY5.",
      "Row 4: only a peer mentor is at MS4; write peer, or the mentor's stage.",
    ],
  ],
  [
    "half a student",
    withHeader("student,Wei,wei@x.edu,,MS1,,,,,,,,"),
    [
      "Row 2: free and goals are missing; fill in these cells, or leave all but role, name and email empty to invite the student.",
    ],
  ],
  [
    "half a mentor",
    withHeader("mentor,Sofia,sofia@x.edu,,attending,,,,,Mon 9:00-10:00,,,"),
    [
      "Row 2: kind is missing; fill in this cell, or leave all but role, name and email empty to invite the mentor.",
    ],
  ],
  [
    "cells of the other role",
    withHeader(row(student, "edu,,", "edu,peer,"), row(mentor, "18:30,,,", "18:30,,research: more,")),
    [
      "Row 2: kind is not for a student; leave it empty.",
      "Row 3: goals is not for a mentor; leave it empty.",
    ],
  ],
  [
    "capacities",
    withHeader(row(student, ",1,", ",4,"), row(mentor, ",2,", ",many,")),
    [
      "Row 2: capacity is “4”: the number of mentors a student wishes for is a whole number from 1 to 3.",
      "Row 3: capacity is “many”: the number of students a mentor can take is a whole number from 1 to 10.",
    ],
  ],
  [
    "goals without an area",
    withHeader(row(student, "research: A first poster", "A first poster")),
    [
      "Row 2: the goal “A first poster” does not begin with a focus area: write academic support, professional development, emotional support, career direction, research, networking or personal growth, a colon, and the goal.",
    ],
  ],
  [
    "a misspelt area of a second goal",
    withHeader(row(student, "A first poster", "A poster; netwroking: People")),
    [
      "Row 2: the goal “netwroking: People” does not begin with a focus area: write academic support, professional development, emotional support, career direction, research, networking or personal growth, a colon, and the goal.",
    ],
  ],
  [
    "an area without a goal",
    withHeader(row(student, "research: A first poster", "research")),
    ["Row 2: “research” has a focus area and no goal: write it like “research: what you want to reach”."],
  ],
  [
    "an address that SES does not take",
    withHeader("student,Wei,josé@riverside.example.edu,,,,,,,,,,"),
    [
      "Row 2: “josé@riverside.example.edu” is not an e-mail address that mail can be sent to: it may have plain letters only, without accents.",
    ],
  ],
  [
    "no name, no address",
    withHeader("student,,wei,,,,,,,,,,", ",,,,MS1,,,,,,,,"),
    [
      "Row 2: name is missing.",
      "Row 2: “wei” is not an e-mail address.",
      "Row 3: role, name and email are missing.",
    ],
  ],
  [
    "a line break in a name",
    withHeader(row(student, "Wei Aydin", '"Wei\nBcc: all@x.edu"')),
    ["Row 2: the name contains a line break or another control character."],
  ],
  [
    "a name that turns the text after it around",
    withHeader(row(student, "Wei Aydin", "Wei \u202enidyA")),
    ["Row 2: the name contains a line break or another control character."],
  ],
  [
    "one person, two names",
    withHeader(student, row(mentor, "sofia@", "wei@")),
    ["Rows 2 and 3: wei@riverside.example.edu has two names, “Wei Aydin” and “Sofia Keller”."],
  ],
  [
    "one person, two zones",
    withHeader(
      row(student, ",1,,", ",1,America/Chicago,"),
      "mentor,Wei Aydin,Wei@riverside.example.edu,peer,MS1,,,,America/Denver,Tue 9:00-10:00,,,",
    ),
    ["Rows 2 and 3: wei@riverside.example.edu has two time zones, America/Chicago and America/Denver."],
  ],
  [
    "one person, two stages",
    withHeader(student, "mentor,Wei Aydin,wei@riverside.example.edu,peer,MS3,,,,,Tue 9:00-10:00,,,"),
    ["Rows 2 and 3: wei@riverside.example.edu is at MS1 as a student and at MS3 as a mentor."],
  ],
  [
    "a cell as long as a book",
    withHeader(row(student, "A first poster", "x".repeat(4001))),
    ["Row 2: goals must be at most 4,000 characters."],
  ],
  [
    "a note beside the table",
    file(`${header},`, `${student},call her`),
    ["Row 2: “call her” stands in a column without a name."],
  ],
])("%s", (_, bytes, sentences) => {
  expect(answerTo(bytes)).toEqual(sentences);
});

test("fifty faults are told, and how many more there are", () => {
  const wrong = Array.from({ length: 60 }, (_, index) => `student,Wei,w${index}`);
  const sentences = answerTo(file("role,name,email", ...wrong));
  expect(sentences).toEqual([
    ...wrong.slice(0, 50).map((_, index) => `Row ${index + 2}: “w${index}” is not an e-mail address.`),
    "And 10 more.",
  ]);
});

test("rows are counted as a spreadsheet shows them, with blank rows and cells of several lines", () => {
  const result = read(
    file(
      "sep=,",
      header,
      "",
      row(student, "A first poster", '"research: one\nresearch: two"').replace('research: "', '"'),
      ",,,,,,,,,,,,",
      row(mentor, "PGY5", "x"),
    ),
  );
  expect(result).toEqual({
    ok: false,
    refusal: [
      {
        row: 5,
        sentence:
          "Row 5: “x” is not a stage: write MS1, MS2, MS3, MS4, PGY1, PGY2, PGY3, PGY4, PGY5, PGY6, PGY7 or attending.",
      },
    ],
  });
});
