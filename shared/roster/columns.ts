/** The columns a roster may have, whose rows fill them, and what a row needs. */
import { focusAreas, type Role } from "../domain/people.ts";

type Column = {
  for: Role | "both";
  /** Whether a row of those whom it is for must fill it. A row that is not whole invites, and says nothing beyond what is always needed. */
  needed: "always" | "in a whole row" | "no";
  /** What a cell says, for the page that takes the file and for docs/roster.md; `words` stand for themselves. */
  holds: string;
};

export const columns = {
  role: {
    for: "both",
    needed: "always",
    holds: "`student` or `mentor`; a person who is both has a row of each",
  },
  name: { for: "both", needed: "always", holds: "as the person is called in mails" },
  email: { for: "both", needed: "always", holds: "the address identifies the person, whatever its case" },
  kind: {
    for: "mentor",
    needed: "in a whole row",
    holds:
      "`faculty`, `resident`, `peer`, `association` or `online`; the last two wait for an administrator's approval",
  },
  stage: { for: "both", needed: "in a whole row", holds: "`MS1` to `MS4`, `PGY1` to `PGY7`, `attending`" },
  specialties: { for: "both", needed: "no", holds: "a list such as `surgery; oncology`" },
  focus: {
    for: "both",
    needed: "no",
    holds: `what a student wants help with and a mentor can help with, a list of ${focusAreas.map((area) => `\`${area}\``).join(", ")}`,
  },
  capacity: {
    for: "both",
    needed: "no",
    holds: "a mentor's most students at a time; how many mentors a student wishes for",
  },
  time_zone: {
    for: "both",
    needed: "no",
    holds: "the IANA name of a place such as `America/New_York`, not `EST`; empty means the school's",
  },
  free: {
    for: "both",
    needed: "in a whole row",
    holds:
      "weekly windows on the person's own clock: `Mon 17:00-19:00; Thu 12:00-13:00 if needed`; past midnight: `Sat 22:00-01:00+1`",
  },
  away: {
    for: "both",
    needed: "no",
    holds: "whole days or spans: `2026-12-14..2026-12-18 exam; 2026-12-07T19:00..2026-12-12T07:00 on-call`",
  },
  goals: {
    for: "student",
    needed: "in a whole row",
    holds: "`focus area: the goal in their own words`, separated by `;`",
  },
  place: { for: "mentor", needed: "no", holds: "a room, or a link for a video meeting" },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];
/** Every row has these. */
export const requiredColumns = columnNames.filter((name) => columns[name].needed === "always");
/** A row that does more than invite has these too. */
export const wholeRowColumns = (role: Role): ColumnName[] =>
  columnNames.filter(
    (name) => columns[name].needed === "in a whole row" && ["both", role].includes(columns[name].for),
  );

/** One row's cells; a column that the file does not have is empty. */
export type Cells = Record<ColumnName, string>;
