/** A wrong setting of a school is told with its file, its line, what it is and the rule it breaks. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSchool } from "../../../infra/schools/read-school.ts";

const folder = mkdtempSync(join(tmpdir(), "schools-"));
afterAll(() => rmSync(folder, { recursive: true }));

const riverside = readFileSync(`${import.meta.dirname}/../../../infra/schools/riverside.yaml`, "utf8");
const lineOf = (text: string): number => riverside.slice(0, riverside.indexOf(text)).split("\n").length;

const instead = (...changes: [what: string, by: string][]): string =>
  changes.reduce((text, [what, by]) => {
    if (!text.includes(what)) throw new Error(`the file has no ${what}`);
    return text.replace(what, () => by);
  }, riverside);

const faultsOf = (text: string, name = "riverside.yaml"): string[] => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const read = readSchool(file);
  return read.ok ? [] : read.refusal.map(({ sentence }) => sentence.replaceAll(`${folder}/`, ""));
};

const at = (text: string): string => `riverside.yaml, line ${lineOf(text)}: `;

test.each<[text: string, sentences: string[]]>([
  [
    instead(["minutes: 45", "minutes: 7"]),
    [`${at("minutes: 45")}meeting.minutes is 7: it must be a whole number from 15 to 180.`],
  ],
  [
    instead([
      "supportServices:",
      "assessors: [{ studnet: a@riverside.example.edu, mentor: b@riverside.example.edu }]\nsupportServices:",
    ]),
    [
      `${at("supportServices:")}assessors.student (entry 1) is missing: it must be an e-mail address.`,
      `${at("supportServices:")}assessors.studnet (entry 1) is not a setting; did you mean student?`,
    ],
  ],
  [
    instead(["supportServices:", "pairing: choosen\nsupportServices:"]),
    [`${at("supportServices:")}pairing is choosen: it must be one of proposed, chosen.`],
  ],
  [
    instead(["minutes: 45", "minutes: 17"]),
    [`${at("minutes: 45")}meeting.minutes is 17: it must be a multiple of 5.`],
  ],
  [
    instead(["minutes: 45", "minutes: 45.5"]),
    [`${at("minutes: 45")}meeting.minutes is 45.5: it must be a whole number from 15 to 180.`],
  ],
  [
    instead(["minutes: 45", "minutes: three quarters"]),
    [`${at("minutes: 45")}meeting.minutes is three quarters: it must be a whole number from 15 to 180.`],
  ],
  [
    instead(["  minutes: 45\n", ""]),
    [`${at("meeting:\n")}meeting.minutes is missing: it must be a whole number from 15 to 180.`],
  ],
  [
    instead(["noticeMinutes: 1440", "noticeMinutes: 20000"]),
    [
      `${at("noticeMinutes: 1440")}meeting.noticeMinutes is 20000: it must be a whole number from 0 to 10,080.`,
    ],
  ],
  [
    instead(["Before: null", "Before: 5"]),
    [
      `${at("startingSoonMinutesBefore: null")}reminders.startingSoonMinutesBefore is 5: it must be a whole number from 15 to 180, or null for none.`,
    ],
  ],
  [
    instead(["America/New_York", "America/Springfield"]),
    [
      `${at("timeZone:")}timeZone is America/Springfield: it is not an IANA time zone such as America/New_York.`,
    ],
  ],
  [
    instead(["America/New_York", "EST"]),
    [`${at("timeZone:")}timeZone is EST: it does not name a region and a city; use America/New_York.`],
  ],
  [
    instead(["timeZone: America/New_York", "timeZone: 5"]),
    [`${at("timeZone:")}timeZone is 5: it must be an IANA time zone such as America/New_York.`],
  ],
  [
    instead(['opensAt: "09:00"', "opensAt: 9 am"]),
    [`${at("opensAt:")}round.opensAt is 9 am: it must be a time like 09:00.`],
  ],
  [
    instead(["from: 2026-12-24", "from: 2026-12-32"]),
    [`${at("from: 2026-12-24")}closedDays.from (entry 3) is 2026-12-32: it must be a date like 2026-12-24.`],
  ],
  [
    instead(["from: 2026-12-24", "from: 2027-12-24"]),
    [`${at("from: 2026-12-24")}closedDays (entry 3) ends before it starts.`],
  ],
  [instead(["to: 2027-05-28", "to: 2026-05-28"]), [`${at("schoolYear:")}schoolYear ends before it starts.`]],
  [
    instead(["stages: [MS1, MS2]", "stages: [MS1, MS5]"]),
    [
      `${at("stages: [MS1")}examWeeks.stages (entry 1, entry 2) is MS5: it must be one of MS1, MS2, MS3, MS4.`,
    ],
  ],
  [
    instead(["- year-end", "- end-of-year"]),
    [
      `${at("- year-end")}milestones (entry 8) is end-of-year: it must be one of first-meeting, third-meeting, sixth-meeting, goal-reached, exam-passed, research-submitted, residency-match, year-end.`,
    ],
  ],
  [
    instead(['- "@riverside.example.edu"', "- riverside"]),
    [
      `${at('- "@riverside')}mayJoin (entry 1) is riverside: it must be an address or a domain like @school.edu.`,
    ],
  ],
  [
    instead(["administrators:\n  - programme@riverside.example.edu", "administrators: []"]),
    [`${at("administrators:")}administrators must have at least one entry.`],
  ],
  [
    instead([
      "  - programme@riverside.example.edu",
      "  - programme@riverside.example.edu\n  - Programme@riverside.example.edu",
    ]),
    [`${at("administrators:")}administrators must name each address once.`],
  ],
  [
    instead([
      "administrators:\n  - programme@riverside.example.edu",
      "administrators: programme@riverside.example.edu",
    ]),
    [`${at("administrators:")}administrators is programme@riverside.example.edu: it must be a list.`],
  ],
  [
    instead(["name: Riverside School of Medicine", "name:"]),
    [`${at("name: Riverside S")}name is empty: it must be text of 1 to 120 characters.`],
  ],
  [
    instead(["name: Riverside School of Medicine", 'name: ""']),
    [`${at("name: Riverside S")}name is empty: it must be text of 1 to 120 characters.`],
  ],
  [
    instead(["name: Riverside School of Medicine", `name: ${"long ".repeat(30)}`]),
    [`${at("name: Riverside S")}name must be text of 1 to 120 characters.`],
  ],
  [
    instead(["prepareDaysBefore: 3", "prepareDaysBefore: 1"]),
    [`${at("reminders:")}reminders must have more prepareDaysBefore than reminderDaysBefore.`],
  ],
  [
    instead(["nudgeDaysAfter: 2", "nudgeDaysAfter: 6"], ["closeDaysAfter: 7", "closeDaysAfter: 6"]),
    [`${at("reminders:")}reminders must have fewer nudgeDaysAfter than closeDaysAfter.`],
  ],
  [
    instead(['quietHours:\n  from: "21:00"\n  to: "07:00"', "quietHours: none"]),
    [`${at("quietHours:")}quietHours is none: it must be a group of settings.`],
  ],
  [
    instead(["spacingDays:", "spaceingDays:"]),
    [
      `${at("meeting:\n")}meeting.spacingDays is missing: it must be a whole number from 0 to 28.`,
      `${at("spacingDays:")}meeting.spaceingDays is not a setting; did you mean spacingDays?`,
    ],
  ],
  [
    instead(["opensDaysBefore: 7", "opensDaysBefore: 7\n  colour: green"]),
    [
      `riverside.yaml, line ${lineOf("opensDaysBefore: 7") + 1}: round.colour is not a setting; the settings here are opensDaysBefore, opensAt.`,
    ],
  ],
  [
    instead(["name: Winter break }", "name: Winter break, stage: MS1 }"]),
    [
      `${at("from: 2026-12-24")}closedDays.stage (entry 3) is not a setting; the settings here are from, to, name.`,
    ],
  ],
  [
    instead(["id: riverside", "id: River Side"]),
    [
      `${at("id: riverside")}id is River Side: it must be 2 to 31 lower-case letters, digits and single hyphens, beginning with a letter and ending with no hyphen.`,
    ],
  ],
  [
    instead(["id: riverside", "id: harbour"]),
    [`${at("id: riverside")}id is harbour: it must be the file's name, riverside.`],
  ],
  [
    instead(["meeting:\n", "meeting: [\n"]),
    [
      `riverside.yaml, line ${lineOf("stepMinutes: 15")}: this is not YAML: Missing , between flow sequence items.`,
    ],
  ],
  [
    instead(["timeZone: America/New_York", "timeZone: America/New_York\ntimeZone: America/Chicago"]),
    [`riverside.yaml, line ${lineOf("timeZone:") + 1}: this is not YAML: Map keys must be unique.`],
  ],
  [
    instead(['- "@riverside.example.edu"', "- *@riverside.example.edu"]),
    [
      `${at('- "@riverside.example.edu"')}this is not YAML: *@riverside.example.edu stands for nothing; put quotes around text that begins with an asterisk.`,
    ],
  ],
  [
    "a: &a [1]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]",
    [
      "riverside.yaml, line 1: this is not YAML: Excessive alias count indicates a resource exhaustion attack.",
    ],
  ],
  ["", ["riverside.yaml, line 1: the file is empty: it must be a group of settings."]],
  ["just words", ["riverside.yaml, line 1: the file is just words: it must be a group of settings."]],
])("%#", (text, sentences) => {
  expect(faultsOf(text)).toEqual(sentences);
});

test.each(["river--side", "riverside-", "-riverside", "1riverside", "river.side", "r", "r".repeat(32)])(
  "no school has the id %s, of which the names on AWS are made",
  (id) => {
    expect(faultsOf(instead(["id: riverside", `id: ${id}`]), `${id}.yaml`)).toEqual([
      `${id}.yaml, line ${lineOf("id: riverside")}: id is ${id}: it must be 2 to 31 lower-case letters, digits and single hyphens, beginning with a letter and ending with no hyphen.`,
    ]);
  },
);

test.each(["rs", "river-side-2", "r".repeat(31)])("a school may have the id %s", (id) => {
  expect(faultsOf(instead(["id: riverside", `id: ${id}`]), `${id}.yaml`)).toEqual([]);
});

test("every fault is told, in the order of the lines", () => {
  expect(
    faultsOf(
      instead(
        ["bufferMinutes: 0", "bufferMinutes: -5"],
        ["stepMinutes: 15", "stepMinutes: 4"],
        ["id: riverside", "id: R"],
      ),
    ),
  ).toEqual([
    `${at("id: riverside")}id is R: it must be 2 to 31 lower-case letters, digits and single hyphens, beginning with a letter and ending with no hyphen.`,
    `${at("stepMinutes: 15")}meeting.stepMinutes is 4: it must be a whole number from 5 to 120.`,
    `${at("bufferMinutes: 0")}meeting.bufferMinutes is -5: it must be a whole number from 0 to 120.`,
  ]);
});

test("two schools in one file", () => {
  expect(faultsOf(`${riverside}---\n${riverside}`)).toEqual([
    `riverside.yaml, line ${riverside.split("\n").length}: a second document begins here; a file is of one school, without a line of three hyphens.`,
  ]);
});

test.each<[encoding: string, bytes: Buffer]>([
  ["windows-1252", Buffer.from(instead(["name: Riverside School", "name: \u00c9cole"]), "latin1")],
  ["UTF-16", Buffer.from(`\ufeff${riverside}`, "utf16le")],
])("a file in %s, of which letters would be lost", (_, bytes) => {
  const file = join(folder, "riverside.yaml");
  writeFileSync(file, bytes);
  expect(readSchool(file)).toEqual({
    ok: false,
    refusal: [{ file, sentence: `${file}: this is not text in UTF-8; save the file in that encoding.` }],
  });
});

test("a file in UTF-8 with a mark at its beginning is as good as one without", () => {
  expect(faultsOf(`\ufeff${riverside}`)).toEqual([]);
});

test("a folder in place of a file", () => {
  const file = join(folder, "folder.yaml");
  mkdirSync(file);
  expect(readSchool(file)).toEqual({
    ok: false,
    refusal: [
      {
        file,
        sentence: `${file}: the file cannot be read (EISDIR); check that it is a file, and yours to read.`,
      },
    ],
  });
});

test("a file that is not there", () => {
  expect(readSchool(join(folder, "nowhere.yaml"))).toEqual({
    ok: false,
    refusal: [
      {
        file: join(folder, "nowhere.yaml"),
        sentence: `${join(folder, "nowhere.yaml")}: there is no such file.`,
      },
    ],
  });
});
