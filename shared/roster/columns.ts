/** The columns a roster may have, and whose rows fill them. */
import type { Role } from "../domain/people.ts";

type Column = { required: boolean; for: Role | "both" };

export const columns = {
  role: { required: true, for: "both" },
  name: { required: true, for: "both" },
  email: { required: true, for: "both" },
  kind: { required: false, for: "mentor" },
  stage: { required: false, for: "both" },
  specialties: { required: false, for: "both" },
  focus: { required: false, for: "both" },
  capacity: { required: false, for: "both" },
  time_zone: { required: false, for: "both" },
  free: { required: false, for: "both" },
  away: { required: false, for: "both" },
  goals: { required: false, for: "student" },
  place: { required: false, for: "mentor" },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];
export const requiredColumns = columnNames.filter((name) => columns[name].required);

/** One row's cells; a column that the file does not have is empty. */
export type Cells = Record<ColumnName, string>;
