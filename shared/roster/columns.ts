/** The columns a roster may have, and whose rows fill them. */
import { focusAreas, type Role } from "../domain/people.ts";

type Column = {
  required: boolean;
  for: Role | "both";
  /** What a cell says, for the page that takes the file and for docs/roster.md; `words` stand for themselves. */
  holds: string;
};

export const columns = {
  role: {
    required: true,
    for: "both",
    holds: "`student` or `mentor`; a person who is both has a row of each",
  },
  name: { required: true, for: "both", holds: "as the person is called in mails" },
  email: { required: true, for: "both", holds: "the address identifies the person, whatever its case" },
  kind: {
    required: false,
    for: "mentor",
    holds:
      "`faculty`, `resident`, `peer`, `association` or `online`; the last two wait for an administrator's approval",
  },
  stage: { required: false, for: "both", holds: "`MS1` to `MS4`, `PGY1` to `PGY7`, `attending`" },
  specialties: { required: false, for: "both", holds: "a list such as `surgery; oncology`" },
  focus: {
    required: false,
    for: "both",
    holds: `what a student wants help with and a mentor can help with, a list of ${focusAreas.map((area) => `\`${area}\``).join(", ")}`,
  },
  capacity: {
    required: false,
    for: "both",
    holds: "a mentor's most students at a time; how many mentors a student wishes for",
  },
  time_zone: {
    required: false,
    for: "both",
    holds: "the IANA name of a place such as `America/New_York`, not `EST`; empty means the school's",
  },
  free: {
    required: false,
    for: "both",
    holds:
      "weekly windows on the person's own clock: `Mon 17:00-19:00; Thu 12:00-13:00 if needed`; past midnight: `Sat 22:00-01:00+1`",
  },
  away: {
    required: false,
    for: "both",
    holds: "whole days or spans: `2026-12-14..2026-12-18 exam; 2026-12-07T19:00..2026-12-12T07:00 on-call`",
  },
  goals: {
    required: false,
    for: "student",
    holds: "`focus area: the goal in their own words`, separated by `;`",
  },
  place: { required: false, for: "mentor", holds: "a room, or a link for a video meeting" },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];
export const requiredColumns = columnNames.filter((name) => columns[name].required);

/** One row's cells; a column that the file does not have is empty. */
export type Cells = Record<ColumnName, string>;
