/** The calendar entry of a meeting, as RFC 5545 text that a mail carries to both people's calendars. */
import type { Meeting } from "../domain/meetings.ts";
import type { Person, Role } from "../domain/people.ts";
import type { School } from "../domain/school.ts";
import { type Instant, minute } from "../domain/time.ts";
import { oneLine } from "./one-line.ts";
import { isWebLink } from "./web-link.ts";

export type CalendarMethod = "REQUEST" | "CANCEL";

type Entry = {
  method: CalendarMethod;
  school: School;
  siteUrl: string;
  meeting: Meeting;
  student: Person;
  mentor: Person;
  now: Instant;
};

/**
 * One VEVENT, the same for both people. UID stays for the meeting's life and SEQUENCE is its arrangement,
 * so a moved meeting replaces the old entry and a called-off one removes it (RFC 5546 3.2.2 and 3.2.5).
 * There is no VALARM: the school sends its own reminders.
 * Throws when the meeting never had a time.
 */
export function calendarEntry({ method, school, siteUrl, meeting, student, mentor, now }: Entry): string {
  if (meeting.startAt === undefined)
    throw new Error(`meeting ${meeting.id} has no time to put in a calendar; a retry does not help`);
  const domain = school.sender.address.split("@").at(-1) ?? "";
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Mentor Rounds//Mentor Rounds//EN",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${textValue(`${meeting.id}@${domain}`)}`,
    `SEQUENCE:${meeting.arrangement}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(meeting.startAt)}`,
    `DTEND:${utc(meeting.startAt + meeting.minutes * minute)}`,
    `SUMMARY:${textValue(`Mentorship: ${student.name} and ${mentor.name}`)}`,
    ...(meeting.place === "" ? [] : [`LOCATION:${textValue(meeting.place)}`]),
    ...(isWebLink(meeting.place) ? [`URL:${meeting.place}`] : []),
    `DESCRIPTION:${textValue(`Monthly meeting in the mentorship program of ${school.name}.\nTo move it or call it off, use the links in the program's mails, or your page: ${siteUrl}`)}`,
    `ORGANIZER;CN=${parameter(school.sender.name)}:mailto:${oneLine(school.sender.address)}`,
    attendee(student, "student", meeting),
    attendee(mentor, "mentor", meeting),
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}

/** RSVP is FALSE because answers go through the links in the mail: a reply by the calendar would reach a mailbox that nobody books from. */
function attendee(person: Person, role: Role, meeting: Meeting): string {
  const answer = meeting.confirmedBy.includes(role) ? "ACCEPTED" : "NEEDS-ACTION";
  return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};RSVP=FALSE;CN=${parameter(person.name)}:mailto:${oneLine(person.email)}`;
}

/** `20261210T220000Z` (RFC 5545 3.3.5, form 2). */
const utc = (instant: Instant): string => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");

/** RFC 5545 3.3.11; control characters other than the line break have no place in a text. */
const textValue = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** A quoted parameter; what cannot stand inside the quotes is written as RFC 6868 says. */
const parameter = (text: string): string => `"${oneLine(text).replaceAll("^", "^^").replaceAll('"', "^'")}"`;

/** No line is longer than 75 octets, and no character is cut in two (RFC 5545 3.1). */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
}
