/** Which school a roster belongs to: the one named, or the one whose addresses it holds most of. */
import { fileURLToPath } from "node:url";
import type { School } from "../../shared/domain/school.ts";
import { decodeFile } from "../../shared/roster/decode-file.ts";
import { findSchool, schoolIds } from "../schools/read-school.ts";
import { Mendable } from "./command-line.ts";

const ourSchools = fileURLToPath(new URL("../schools/", import.meta.url));

/** The example whose people are in the seed. */
const example = "riverside";

/** A school by its id. Throws Mendable for an unknown id, naming the known ones, and for a faulty file. */
export function schoolById(id: string, folder = ourSchools): School {
  const known = schoolIds(folder);
  if (!known.includes(id))
    throw new Mendable(`There is no school "${id}". The schools in infra/schools are: ${known.join(", ")}.`);
  const school = findSchool(folder, id);
  if (!school.ok) throw new Mendable(school.refusal.map(({ sentence }) => sentence).join("\n"));
  return school.value;
}

/** The school where nothing says which: the only one, or among several the example. Throws Mendable where neither is there. */
export function usualSchool(folder = ourSchools): School {
  const known = schoolIds(folder);
  if (known.length === 0) throw new Mendable("There is no school in infra/schools; write one first.");
  const usual = known.length === 1 ? known[0] : known.find((id) => id === example);
  if (usual === undefined)
    throw new Mendable(
      `Which school is it? Give its roster, and with --school one of those in infra/schools: ${known.join(", ")}.`,
    );
  return schoolById(usual, folder);
}

/** The school that most of the roster's addresses may join, and whether any may. */
export function schoolOfRoster(roster: Uint8Array, folder = ourSchools): { school: School; fits: boolean } {
  const text = decodeFile(roster);
  const domains = new Map<string, number>();
  // What is no text has no addresses; reading it as a roster says why.
  const addresses = text.ok ? text.value.toLowerCase() : "";
  for (const [domain] of addresses.matchAll(/@[a-z0-9.-]+/g))
    domains.set(domain, (domains.get(domain) ?? 0) + 1);
  const ranked = schoolIds(folder)
    .map((id) => schoolById(id, folder))
    .map((school) => ({
      school,
      addresses: school.mayJoin.reduce((sum, entry) => sum + (domains.get(entry.toLowerCase()) ?? 0), 0),
    }))
    .sort((one, other) => other.addresses - one.addresses);
  const [best] = ranked;
  return best && best.addresses > 0
    ? { school: best.school, fits: true }
    : { school: usualSchool(folder), fits: false };
}
