/** A roster to begin from: one student, one mentor, and one person to invite. It cannot be imported before its addresses are filled in. */
import { type ColumnName, columnNames } from "../../shared/roster/columns.ts";

const rows: readonly Partial<Record<ColumnName, string>>[] = [
  {
    role: "student",
    name: "Ana Silva",
    email: "the student's address",
    stage: "MS2",
    specialties: "surgery; oncology",
    focus: "career direction; research",
    capacity: "1",
    free: "Mon 17:00-19:00; Thu 12:00-13:00 if needed",
    away: "2026-12-14..2026-12-18 exam",
    goals: "research: Get a first project to a poster",
  },
  {
    role: "mentor",
    name: "Tom Weber",
    email: "the mentor's address",
    kind: "faculty",
    stage: "attending",
    specialties: "oncology",
    focus: "career direction; research",
    capacity: "3",
    free: "Mon 16:00-18:00; Wed 08:00-09:00",
    away: "2026-12-07T19:00..2026-12-12T07:00 on-call",
    place: "Room 4.12",
  },
  { role: "student", name: "Lee Park", email: "the address to invite" },
];

/** As a spreadsheet opens it: separated by commas, in UTF-8. No cell holds a comma or a quote. */
export const exampleRoster: string = [
  columnNames.join(","),
  ...rows.map((row) => columnNames.map((name) => row[name] ?? "").join(",")),
]
  .map((line) => `${line}\r\n`)
  .join("");
