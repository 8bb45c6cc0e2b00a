/** A spreadsheet shows what people wrote, and runs none of it. */
import Papa from "papaparse";
import { expect, it } from "vitest";
import { toCsv } from "../../infra/operations/csv.ts";

it("writes groups, lists and moments in columns of their own, and nothing for what is absent", () => {
  expect(
    toCsv([
      {
        name: "Wei",
        student: { stage: "MS2", focus: ["research", "networking"] },
        joinedAt: 1_780_000_000_000,
      },
      { name: 'Priya "PL" Lund, MD', mentor: { approved: true, place: "Room 4\nleft" }, usedAt: undefined },
    ]),
  ).toBe(
    [
      "\uFEFFname,student.stage,student.focus,joinedAt,mentor.approved,mentor.place",
      "Wei,MS2,research; networking,2026-05-28T20:26:40.000Z,,",
      '"Priya ""PL"" Lund, MD",,,,true,"Room 4\nleft"',
      "",
    ].join("\r\n"),
  );
});

it.each(["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
  "puts an apostrophe before a cell that begins like a formula: %j",
  (text) => {
    const { data } = Papa.parse<string[]>(toCsv([{ text, list: [text], under: { neath: text } }]).slice(1));
    expect(data[1]).toEqual([`'${text}`, `'${text}`, `'${text}`]);
  },
);

it("does the same to the name of a column", () => {
  expect(toCsv([{ "=1+1": "x" }])).toBe('\uFEFF"\'=1+1"\r\nx\r\n');
});
