/** Somebody who is here already is imported again: what the file says counts, and nothing that it leaves out is lost. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { listMessages } from "../../shared/records/messages.ts";
import { loadPersonByEmail } from "../../shared/records/people.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { changePerson } from "../../shared/runtime/act-on-person.ts";
import { importRoster } from "../../shared/runtime/import-roster.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { openSmallWorld, type SmallWorld, startAt } from "../local/small-world.ts";

let world: SmallWorld;
beforeEach(async () => {
  world = await openSmallWorld();
});
afterEach(() => world.close());

async function bring(...rows: string[]) {
  const roster = readRoster(new TextEncoder().encode(rows.join("\n")), world.runtime.school);
  if (!roster.ok) throw new Error(roster.refusal.map(({ sentence }) => sentence).join("\n"));
  return importRoster(world.runtime, roster.value);
}
const person = async (name: string) =>
  (await loadPersonByEmail(tableOf(world.runtime), `${name}@riverside.example.edu`))!;

const header = "role,name,email,kind,stage,specialties,focus,capacity,time_zone,free,away,goals,place";
const wei =
  "student,Wei Adeyemi,wei@riverside.example.edu,,MS2,pediatrics,research,2,America/Chicago,Mon 17:00-19:00,2027-01-04..2027-01-08 exam,research: Get a first project to a poster,";
const priya =
  "mentor,Priya Lund,priya@riverside.example.edu,online,attending,surgery,networking,3,America/Denver,Mon 16:00-18:00,,,Room 9";

it("keeps what the columns that are not there, or are empty, would say", async () => {
  await bring(header, wei, priya);
  await changePerson(world.runtime, (await person("wei")).id, (known) => ({
    ...known,
    availability: {
      ...known.availability,
      overrides: [{ date: "2027-01-11", windows: [] }],
      absences: [
        ...known.availability.absences,
        { from: "2027-02-01", to: "2027-02-05", kind: "away" as const },
      ],
    },
    student: {
      ...known.student!,
      goals: [
        { ...known.student!.goals[0]!, reachedAt: startAt },
        { area: "networking", text: "Meet people who do rural medicine." },
      ],
    },
  }));
  await changePerson(world.runtime, (await person("priya")).id, (known) => ({
    ...known,
    mentor: { ...known.mentor!, approved: true, assesses: ["x@riverside.example.edu"] },
  }));
  const before = [await person("wei"), await person("priya")];
  expect(
    await bring(
      "role,name,email,kind,stage,free,goals",
      "student,Wei Adeyemi,wei@riverside.example.edu,,MS3,Tue 08:00-09:00,research: Get a first project to a poster; networking: Learn names.",
      "mentor,Priya Lund-Olsen,priya@riverside.example.edu,online,attending,Mon 16:00-18:00,",
    ),
  ).toMatchObject({ added: 0, updated: 2 });
  const [was, mentor] = before as [(typeof before)[number], (typeof before)[number]];
  expect(await person("wei")).toEqual({
    ...was,
    revision: was.revision + 1,
    availability: {
      ...was.availability,
      weekly: [{ day: "Tue", start: "08:00", end: "09:00", level: "free" }],
    },
    student: {
      ...was.student,
      stage: "MS3",
      goals: [...was.student!.goals, { area: "networking", text: "Learn names." }],
    },
  });
  expect(await person("priya")).toEqual({
    ...mentor,
    revision: mentor.revision + 1,
    name: "Priya Lund-Olsen",
  });
});

it("takes what the file says anew", async () => {
  await bring(header, wei, priya);
  await bring(
    header,
    "student,Wei Adeyemi,wei@riverside.example.edu,,MS2,surgery,networking,1,America/New_York,Mon 17:00-19:00,2027-03-01..2027-03-05 holiday,research: Get a first project to a poster,",
    "mentor,Priya Lund,priya@riverside.example.edu,online,attending,oncology,research,1,America/Chicago,Mon 16:00-18:00,,,Room 10",
  );
  const { timeZone, availability, student } = await person("wei");
  expect([timeZone, student?.specialties, student?.focus, student?.mentorsWanted]).toEqual([
    "America/New_York",
    ["surgery"],
    ["networking"],
    1,
  ]);
  expect(availability.absences.map((absence) => JSON.stringify(absence))).toHaveLength(2);
  const { mentor, timeZone: mentorsZone } = await person("priya");
  expect(mentor).toMatchObject({
    specialties: ["oncology"],
    focus: ["research"],
    capacity: 1,
    place: "Room 10",
    approved: false,
  });
  expect(mentorsZone).toBe("America/Chicago");
});

it("welcomes whoever has a second role from now on to it, once", async () => {
  await bring(header, wei, priya);
  const peer =
    "mentor,Wei Adeyemi,wei@riverside.example.edu,peer,MS2,pediatrics,research,2,America/Chicago,Mon 17:00-19:00";
  expect(await bring(header, `${peer},,,`)).toMatchObject({ added: 0, updated: 0, inBothRoles: 1 });
  expect(await bring(header, wei, `${peer},,,`)).toMatchObject({ updated: 1, inBothRoles: 0 });
  const welcomes = (await listMessages(tableOf(world.runtime), ["2026-11"])).map(
    ({ letter, role }) => `${letter} to a ${role}`,
  );
  expect(welcomes.sort()).toEqual(["welcome to a mentor", "welcome to a mentor", "welcome to a student"]);
});

const spans = (year: number): string =>
  Array.from({ length: 60 }, (_, day) => {
    const date = new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10);
    return `${date}..${date} on-call`;
  }).join("; ");

it("keeps as many absences as a person can have: the file's, then those that are not over", async () => {
  const away = (text: string) => wei.replace("2027-01-04..2027-01-08 exam", text);
  await bring(header, away(`2026-02-02..2026-02-06 exam; ${spans(2027)}`));
  expect(await bring(header, away(spans(2028)))).toMatchObject({ updated: 1 });
  const { absences } = (await person("wei")).availability;
  expect([absences.length, absences[0]?.from, absences[60]?.from]).toEqual([100, "2028-01-01", "2027-01-01"]);
});

it("refuses two rows that say more of one person than can be kept", async () => {
  const peer =
    "mentor,Wei Adeyemi,wei@riverside.example.edu,peer,MS2,pediatrics,research,2,America/Chicago,Mon 17:00-19:00";
  await expect(
    bring(header, wei.replace("2027-01-04..2027-01-08 exam", spans(2027)), `${peer},${spans(2028)},,`),
  ).rejects.toThrow(
    "Rows 2 and 3: wei@riverside.example.edu has 120 absences in both rows; at most 100 can be kept.",
  );
});

it("takes approval from a mentor who moves outside, and from nobody else", async () => {
  await bring(header, priya.replace("online", "faculty"));
  expect((await person("priya")).mentor?.approved).toBe(true);
  await bring(header, priya);
  expect((await person("priya")).mentor?.approved).toBe(false);
  await changePerson(world.runtime, (await person("priya")).id, (known) => ({
    ...known,
    mentor: { ...known.mentor!, approved: true },
  }));
  await bring(header, priya.replace("online", "association"));
  expect((await person("priya")).mentor?.approved).toBe(true);
});
