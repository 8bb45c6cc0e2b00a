/** Three rosters of real size are read without a fault. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { personSchema } from "../../shared/domain/people.ts";
import { read } from "./roster-files.ts";

test.each([
  { file: "riverside.csv", students: 48, mentors: 24, unapproved: 0, zones: 1 },
  { file: "two-zones.csv", students: 90, mentors: 40, unapproved: 8, zones: 4 },
  { file: "large.csv", students: 1000, mentors: 430, unapproved: 50, zones: 3 },
])("$file", ({ file, students, mentors, unapproved, zones }) => {
  const result = read(readFileSync(`${import.meta.dirname}/../rosters/${file}`));
  if (!result.ok) throw new Error(result.refusal.map(({ sentence }) => sentence).join("\n"));
  const { people, invited } = result.value;
  expect({
    students: people.filter(({ student }) => student).length,
    mentors: people.filter(({ mentor }) => mentor).length,
    unapproved: people.filter(({ mentor }) => mentor?.approved === false).length,
    zones: new Set(people.map(({ timeZone }) => timeZone)).size,
    invited: invited.length,
  }).toEqual({ students, mentors, unapproved, zones, invited: 0 });
  for (const person of people)
    personSchema.parse({
      id: "p",
      revision: 1,
      joinedAt: 0,
      wantsOptionalMail: true,
      gratitude: {},
      ...person,
    });
});
