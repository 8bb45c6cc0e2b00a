/** Checks one school's file or all of them, as the deployment does, and tells in sentences what is right and what is wrong. */
import { packedSchoolMaxBytes, packSchool } from "../../shared/runtime/packed-school.ts";
import { findSchool, readSchools } from "./read-school.ts";

export type Checked = { right: string[]; wrong: string[] };

/** All schools of the folder, or the one of this id. An unknown id is wrong, and the known ones are told. */
export function checkSchools(folder: string, id?: string): Checked {
  const one = id === undefined ? undefined : findSchool(folder, id);
  const read = one ? (one.ok ? { ok: true as const, value: [one.value] } : one) : readSchools(folder);
  if (!read.ok) return { right: [], wrong: read.refusal.map(({ sentence }) => sentence) };
  const checked: Checked = { right: [], wrong: [] };
  for (const school of read.value) {
    const packed = packSchool(school);
    if (!packed.ok) checked.wrong.push(packed.refusal);
    else
      checked.right.push(
        `${school.id} is right: ${school.name}, ${school.timeZone}, mail from ${school.sender.address}; ${packed.value.length} of ${packedSchoolMaxBytes} bytes used.`,
      );
  }
  return checked;
}
