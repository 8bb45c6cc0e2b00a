/** Which school a roster belongs to: the one named, or the one whose addresses it holds most of. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { School } from "../../shared/domain/school.ts";
import { readSchool } from "../schools/read-school.ts";
import { Mendable } from "./command-line.ts";

const folder = fileURLToPath(new URL("../schools/", import.meta.url));

const schoolIds = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();

/** A school by its id. Throws Mendable for an unknown id, naming the known ones, and for a faulty file. */
export function schoolById(id: string): School {
  if (!schoolIds().includes(id))
    throw new Mendable(
      `There is no school "${id}". The schools in infra/schools are: ${schoolIds().join(", ")}.`,
    );
  const school = readSchool(join(folder, `${id}.yaml`));
  if (!school.ok) throw new Mendable(school.refusal.map(({ sentence }) => sentence).join("\n"));
  return school.value;
}

/** The school that most of the roster's addresses may join, and whether any may. */
export function schoolOfRoster(roster: Uint8Array): { school: School; fits: boolean } {
  const text = Buffer.from(roster).toString("latin1").toLowerCase();
  const domains = new Map<string, number>();
  for (const [domain] of text.matchAll(/@[a-z0-9.-]+/g)) domains.set(domain, (domains.get(domain) ?? 0) + 1);
  const ranked = schoolIds()
    .map(schoolById)
    .map((school) => ({
      school,
      addresses: school.mayJoin.reduce((sum, entry) => sum + (domains.get(entry.toLowerCase()) ?? 0), 0),
    }))
    .sort((one, other) => other.addresses - one.addresses);
  const [best] = ranked;
  if (!best) throw new Mendable("There is no school in infra/schools; write one first.");
  return { school: best.addresses > 0 ? best.school : schoolById("riverside"), fits: best.addresses > 0 };
}
