/** Small roster files in the many shapes that administrators bring. */

import { readRoster } from "../../shared/roster/read-roster.ts";
import type { RosterFault } from "../../shared/roster/roster.ts";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const header = "role,name,email,kind,stage,specialties,focus,capacity,time_zone,free,away,goals,place";
export const student =
  "student,Wei Aydin,wei@riverside.example.edu,,MS1,oncology,research,1,,Mon 18:00-20:00,,research: A first poster,";
export const mentor =
  'mentor,Sofia Keller,sofia@riverside.example.edu,resident,PGY5,surgery,networking,2,,Mon 17:30-18:30,,,"Room 4, Main"';

export const file = (...lines: string[]): Uint8Array => bytesOf(`${lines.join("\r\n")}\r\n`);
export const withHeader = (...rows: string[]): Uint8Array => file(header, ...rows);

export const read = (bytes: Uint8Array) => readRoster(bytes, { timeZone: "America/New_York" });

/** The sentences a file is refused with, or how many people it holds. */
export const answerTo = (bytes: Uint8Array): string[] | string => {
  const result = read(bytes);
  if (!result.ok) return result.refusal.map(({ sentence }: RosterFault) => sentence);
  return `${result.value.people.length} people, ${result.value.invited.length} invited`;
};
