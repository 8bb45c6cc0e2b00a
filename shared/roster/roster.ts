/** What an administrator's file of people becomes, and how its faults are told. */
import type { Person, Role } from "../domain/people.ts";
import type { ColumnName } from "./columns.ts";

/** Somebody whose row said all that is needed; an id, a revision and a date of joining are given when it is kept. */
export type NewPerson = Omit<
  Person,
  "id" | "revision" | "joinedAt" | "agreedAt" | "wantsOptionalMail" | "gratitude"
>;

/** With the cells that were filled in, by the role of their row; whoever is here already keeps what the others would say. */
export type RosterPerson = NewPerson & { given: Readonly<Partial<Record<Role, readonly ColumnName[]>>> };

/** Somebody who gets a sign-up link and tells the rest. */
export type Invited = { name: string; email: string; role: Role };

export type Roster = { people: RosterPerson[]; invited: Invited[] };

/** `row` counts as a spreadsheet does: the header is row 1. The sentence names the row too. */
export type RosterFault = { row?: number; sentence: string };

export const rosterLimits = {
  mebibytes: 4,
  rows: 20_000,
  columns: 100,
  cellCharacters: 4_000,
  faultsTold: 50,
} as const;

export const faultInRow = (row: number, what: string): RosterFault => ({
  row,
  sentence: `Row ${row}: ${what}`,
});
