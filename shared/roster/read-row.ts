/** Reads one row of a roster: a person to invite, or a person who is known well enough to be paired. */
import { parseAbsences, parseWindows } from "../domain/availability-text.ts";
import {
  isPlainName,
  looksLikeEmail,
  type MentorProfile,
  mentorKinds,
  mentorsWantedMax,
  nameMaxLength,
  outsideKinds,
  type Role,
  roles,
  type Stage,
  type StudentProfile,
  stages,
  studentStages,
} from "../domain/people.ts";
import { inWords, quoted } from "../domain/sentence-words.ts";
import { readTimeZone } from "../domain/time-zones.ts";
import { type Cells, columnNames, columns, requiredColumns, wholeRowColumns } from "./columns.ts";
import {
  type Complain,
  readCapacity,
  readFocus,
  readGoals,
  readSpecialties,
  readWord,
} from "./read-words.ts";
import { faultInRow, type NewPerson, type RosterFault, type RosterPerson } from "./roster.ts";

/** One row that was understood; `person` is absent for somebody to invite. */
export type Entry = {
  row: number;
  role: Role;
  name: string;
  email: string;
  zoneGiven: boolean;
  person?: RosterPerson;
};

const readers = { student: readStudent, mentor: readMentor };

/** Appends what is wrong with the row to `faults`, and then returns undefined. Where the zone is empty, the school's is taken. */
export function readRow(
  row: number,
  cells: Cells,
  schoolZone: string,
  faults: RosterFault[],
): Entry | undefined {
  const before = faults.length;
  const complain: Complain = (what) => faults.push(faultInRow(row, what));
  const role = cells.role === "" ? undefined : readWord(cells.role, "role", roles, complain);
  checkNameAndAddress(cells, complain);
  if (!role) return undefined;
  const entry = { row, role, name: cells.name, email: cells.email, zoneGiven: cells.time_zone !== "" };
  if (columnNames.every((column) => columns[column].needed === "always" || cells[column] === ""))
    return faults.length === before ? entry : undefined;
  const profile = readers[role](cells, complain);
  const person: RosterPerson = {
    given: { [role]: columnNames.filter((column) => cells[column] !== "") },
    name: cells.name,
    email: cells.email,
    ...readTimes(cells, schoolZone, complain),
    ...profile,
  };
  return faults.length === before ? { ...entry, person } : undefined;
}

function checkNameAndAddress(cells: Cells, complain: Complain): void {
  const missing = requiredColumns.filter((column) => cells[column] === "");
  if (missing.length > 0) complain(`${inWords(missing)} ${missing.length > 1 ? "are" : "is"} missing.`);
  if (cells.name.length > nameMaxLength) complain(`the name is longer than ${nameMaxLength} characters.`);
  if (!isPlainName(cells.name)) complain("the name contains a line break or another control character.");
  if (cells.email !== "" && !looksLikeEmail(cells.email))
    complain(
      `${quoted(cells.email)} is not an e-mail address${/[^ -~]/.test(cells.email) ? " that mail can be sent to: it may have plain letters only, without accents" : ""}.`,
    );
}

function readTimes(
  cells: Cells,
  schoolZone: string,
  complain: Complain,
): Pick<NewPerson, "timeZone" | "availability"> {
  const writtenZone = cells.time_zone || schoolZone;
  const timeZone = readTimeZone(writtenZone);
  if (!timeZone.ok) complain(`${quoted(writtenZone)} ${timeZone.refusal}.`);
  const [weekly, absences] = [parseWindows(cells.free), parseAbsences(cells.away)];
  if (!weekly.ok) for (const sentence of weekly.refusal) complain(`free: ${sentence}`);
  if (!absences.ok) for (const sentence of absences.refusal) complain(`away: ${sentence}`);
  return {
    timeZone: timeZone.ok ? timeZone.value : schoolZone,
    availability: {
      weekly: weekly.ok ? weekly.value : [],
      overrides: [],
      absences: absences.ok ? absences.value : [],
    },
  };
}

function readStudent(cells: Cells, complain: Complain): { student: StudentProfile } {
  checkCells("student", cells, complain);
  const stage =
    cells.stage === "" ? undefined : readWord(cells.stage, "stage of a student", studentStages, complain);
  return {
    student: {
      stage: stage ?? "MS1",
      specialties: readSpecialties(cells.specialties, complain),
      focus: readFocus(cells.focus, complain),
      goals: readGoals(cells.goals, complain),
      mentorsWanted: readCapacity(
        cells.capacity,
        mentorsWantedMax,
        "the number of mentors a student wishes for",
        complain,
      ),
    },
  };
}

/** An outside mentor waits for an administrator's approval; an import is none. */
function readMentor(cells: Cells, complain: Complain): { mentor: MentorProfile } {
  checkCells("mentor", cells, complain);
  const kind = cells.kind === "" ? undefined : readWord(cells.kind, "kind of mentor", mentorKinds, complain);
  const stage = cells.stage === "" ? undefined : readWord(cells.stage, "stage", stages, complain);
  if (kind && stage) checkStageOf(kind, stage, complain);
  if (cells.place.length > nameMaxLength * 2)
    complain(`the place is longer than ${nameMaxLength * 2} characters.`);
  return {
    mentor: {
      kind: kind ?? "faculty",
      stage: stage ?? "attending",
      specialties: readSpecialties(cells.specialties, complain),
      focus: readFocus(cells.focus, complain),
      capacity: readCapacity(cells.capacity, 10, "the number of students a mentor can take", complain),
      place: cells.place,
      approved: kind !== undefined && !outsideKinds.includes(kind),
    },
  };
}

function checkStageOf(kind: MentorProfile["kind"], stage: Stage, complain: Complain): void {
  const student = (studentStages as readonly Stage[]).includes(stage);
  if (kind === "peer" && !student)
    complain(`a peer mentor is a student, MS1 to MS4, and this row says ${stage}.`);
  if (kind !== "peer" && student)
    complain(`only a peer mentor is at ${stage}; write peer, or the mentor's stage.`);
  if (kind === "resident" && stage === "attending")
    complain("a resident is at PGY1 to PGY7, and this row says attending.");
}

/** A row that says more than whom to invite says enough to be paired, and nothing that belongs to the other role. */
function checkCells(role: Role, cells: Cells, complain: Complain): void {
  const missing = wholeRowColumns(role).filter((column) => cells[column] === "");
  if (missing.length > 0)
    complain(
      `${inWords(missing)} ${missing.length > 1 ? "are" : "is"} missing; fill in ${missing.length > 1 ? "these cells" : "this cell"}, or leave all but ${inWords(requiredColumns)} empty to invite the ${role}.`,
    );
  const foreign = columnNames.filter(
    (column) => columns[column].for !== "both" && columns[column].for !== role && cells[column] !== "",
  );
  if (foreign.length > 0)
    complain(`${inWords(foreign)} ${foreign.length > 1 ? "are" : "is"} not for a ${role}; leave it empty.`);
}
