/** A complete row is a person, a row with only role, name and email is somebody to invite, and two rows of one person are one. */
import { expect, test } from "vitest";
import { file, mentor, read, student, withHeader } from "./roster-files.ts";

test("a row with only role, name and email invites", () => {
  expect(read(file("role,name,email", "Student,Wei,Wei@x.edu", "mentor,Sofia,sofia@x.edu"))).toEqual({
    ok: true,
    value: {
      people: [],
      invited: [
        { name: "Wei", email: "Wei@x.edu", role: "student" },
        { name: "Sofia", email: "sofia@x.edu", role: "mentor" },
      ],
    },
  });
});

test("a mentor's row", () => {
  expect(read(withHeader(mentor))).toEqual({
    ok: true,
    value: {
      people: [
        {
          given: {
            mentor: [
              "role",
              "name",
              "email",
              "kind",
              "stage",
              "specialties",
              "focus",
              "capacity",
              "free",
              "place",
            ],
          },
          name: "Sofia Keller",
          email: "sofia@riverside.example.edu",
          timeZone: "America/New_York",
          availability: {
            weekly: [{ day: "Mon", start: "17:30", end: "18:30", level: "free" }],
            overrides: [],
            absences: [],
          },
          mentor: {
            kind: "resident",
            stage: "PGY5",
            specialties: ["surgery"],
            focus: ["networking"],
            capacity: 2,
            place: "Room 4, Main",
            approved: true,
          },
        },
      ],
      invited: [],
    },
  });
});

test("an import does not approve a mentor from outside the school", () => {
  const rows = ["faculty", "association", "online"].map(
    (kind) => `mentor,Ana,${kind}@x.edu,${kind},Attending,,,,Europe/Kyiv,Mon 9:00-10:00,,,`,
  );
  const result = read(withHeader(...rows));
  expect(result.ok && result.value.people.map(({ mentor }) => [mentor?.kind, mentor?.approved])).toEqual([
    ["faculty", true],
    ["association", false],
    ["online", false],
  ]);
});

test("a peer mentor's two rows are one person with both profiles and all free times", () => {
  const asPeer =
    "mentor,Wei Aydin,WEI@riverside.example.edu,peer,ms-1,,research,3,America/Chicago,Mon 18:00-20:00; Tue 9:00-10:00,2026-12-14 exam,,";
  expect(read(withHeader(student, asPeer))).toEqual({
    ok: true,
    value: {
      people: [
        {
          given: {
            student: ["role", "name", "email", "stage", "specialties", "focus", "capacity", "free", "goals"],
            mentor: [
              "role",
              "name",
              "email",
              "kind",
              "stage",
              "focus",
              "capacity",
              "time_zone",
              "free",
              "away",
            ],
          },
          name: "Wei Aydin",
          email: "wei@riverside.example.edu",
          timeZone: "America/Chicago",
          availability: {
            weekly: [
              { day: "Mon", start: "18:00", end: "20:00", level: "free" },
              { day: "Tue", start: "09:00", end: "10:00", level: "free" },
            ],
            overrides: [],
            absences: [{ from: "2026-12-14", to: "2026-12-14", kind: "exam" }],
          },
          student: {
            stage: "MS1",
            specialties: ["oncology"],
            focus: ["research"],
            goals: [{ area: "research", text: "A first poster" }],
            mentorsWanted: 1,
          },
          mentor: {
            kind: "peer",
            stage: "MS1",
            specialties: [],
            focus: ["research"],
            capacity: 3,
            place: "",
            approved: true,
          },
        },
      ],
      invited: [],
    },
  });
});

test("several goals, of which one has a semicolon of its own", () => {
  const several = student.replace("A first poster", "Write; then submit; Career-direction: Choose");
  const result = read(withHeader(several));
  expect(result.ok && result.value.people.map((person) => person.student?.goals)).toEqual([
    [
      { area: "research", text: "Write; then submit" },
      { area: "career direction", text: "Choose" },
    ],
  ]);
});

test("a peer mentor's two rows may call one zone by its old name and today's", () => {
  const asPeer =
    "mentor,Wei Aydin,wei@riverside.example.edu,peer,MS1,,research,3,Asia/Calcutta,Tue 9:00-10:00,,,";
  const result = read(withHeader(student.replace(",1,,", ",1,Asia/Kolkata,"), asPeer));
  expect(result.ok && result.value.people.map(({ timeZone }) => timeZone)).toEqual(["Asia/Kolkata"]);
});
