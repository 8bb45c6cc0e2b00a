/** Puts the rows of one person together: a peer mentor has a row as a student and one as a mentor. */
import { type Availability, mostOfEach } from "../domain/availability.ts";
import { emailIdentity } from "../domain/people.ts";
import type { Entry } from "./read-row.ts";
import type { Roster, RosterFault, RosterPerson } from "./roster.ts";

/** Takes at most one row of each role for an address. Appends to `faults` where the two do not agree about the person. */
export function mergePeople(entries: readonly Entry[], faults: RosterFault[]): Roster {
  const roster: Roster = { people: [], invited: [] };
  const firsts = new Map<string, Entry>();
  const pairs = new Map<string, Entry>();
  for (const entry of entries) {
    const address = emailIdentity(entry.email);
    (firsts.has(address) ? pairs : firsts).set(address, entry);
  }
  for (const [address, first] of firsts) {
    const second = pairs.get(address);
    const disagreement = second && disagreementOf(first, second);
    if (disagreement)
      faults.push({
        row: second.row,
        sentence: `Rows ${first.row} and ${second.row}: ${address} ${disagreement}.`,
      });
    const rows = second ? [first, second] : [first];
    const person = joined(rows);
    if (person) roster.people.push(person);
    for (const { name, email, role, person: known } of rows)
      if (!known) roster.invited.push({ name, email, role });
  }
  return roster;
}

function disagreementOf(first: Entry, second: Entry): string | undefined {
  if (first.name !== second.name) return `has two names, “${first.name}” and “${second.name}”`;
  const [one, other] = [first.person, second.person];
  if (!one || !other) return undefined;
  if (first.zoneGiven && second.zoneGiven && one.timeZone !== other.timeZone)
    return `has two time zones, ${one.timeZone} and ${other.timeZone}`;
  const student = one.student ?? other.student;
  const mentor = one.mentor ?? other.mentor;
  if (mentor?.kind === "peer" && student && mentor.stage !== student.stage)
    return `is at ${student.stage} as a student and at ${mentor.stage} as a mentor`;
  const { weekly, absences } = together(one, other);
  if (weekly.length > mostOfEach.windows)
    return `has ${weekly.length} weekly times in both rows; at most ${mostOfEach.windows} can be kept`;
  if (absences.length > mostOfEach.absences)
    return `has ${absences.length} absences in both rows; at most ${mostOfEach.absences} can be kept`;
  return undefined;
}

/** One person of both rows: both profiles, all free times and absences, and the zone that was written down. */
function joined(rows: readonly Entry[]): RosterPerson | undefined {
  const known = rows.filter((row): row is Entry & { person: RosterPerson } => row.person !== undefined);
  const [one, other] = known.map(({ person }) => person);
  if (!one || !other) return one;
  const zone = known.find(({ zoneGiven }) => zoneGiven)?.person.timeZone ?? one.timeZone;
  return {
    ...one,
    ...other,
    given: { ...one.given, ...other.given },
    email: one.email,
    timeZone: zone,
    availability: together(one, other),
  };
}

const together = (one: RosterPerson, other: RosterPerson): Availability => ({
  weekly: unlike([...one.availability.weekly, ...other.availability.weekly]),
  overrides: [],
  absences: unlike([...one.availability.absences, ...other.availability.absences]),
});

/** Each different value once. */
export const unlike = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
