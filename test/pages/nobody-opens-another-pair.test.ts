/** What is between two people is out of everybody else's reach: a third student or mentor finds nothing there, and changes nothing. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { verbPages } from "../../shared/answers/verbs/all.ts";
import type { Person, Role } from "../../shared/domain/people.ts";
import { minute } from "../../shared/domain/time.ts";
import type { Verb } from "../../shared/links/verbs.ts";
import { saveMentorship } from "../../shared/records/mentorships.ts";
import { addPerson } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { type Given, giveLink } from "../functions/answer/given-link.ts";
import { dump, open } from "../functions/answer/pages-world.ts";
import {
  maya,
  meetingId,
  meetsAt,
  mentorshipId,
  type OwnWorld,
  openOwnWorld,
  ravi,
  siteUrl,
  startAt,
} from "./own-world.ts";

const zoe: Person = { ...maya, id: "zoe", email: "zoe@riverside.example.edu", name: "Zoe Park" };
const omar: Person = { ...ravi, id: "omar", email: "omar@riverside.example.edu", name: "Omar Haddad" };
const twoOf = { student: maya, mentor: ravi } as const;
const thirdOf = { student: zoe, mentor: omar } as const;
const theirOwn = "pairbbbb";

let world: OwnWorld;
const cookies = new Map<Person, string>();
beforeAll(async () => {
  const thanks = {
    key: "first-meeting",
    kind: "first-meeting",
    reachedAt: startAt,
    promptedAt: startAt,
  } as const;
  world = await openOwnWorld({ mentorship: { milestones: [thanks] } });
  const table = tableOf(world.runtime);
  const another = { ...(await world.mentorship())!, id: theirOwn, studentId: zoe.id, mentorId: omar.id };
  await transact(
    table,
    [
      ...addPerson(table, zoe),
      ...addPerson(table, omar),
      ...saveMentorship(table, another, undefined, undefined),
    ],
    "another-pair",
  );
  // Half an hour before it begins, nearly everything can be done about a meeting.
  await world.advanceTo(meetsAt - 30 * minute);
  for (const person of [maya, ravi, zoe, omar]) cookies.set(person, await world.signIn(person.email));
});
afterAll(() => world.close());

/** What the two would send; the meeting would be another one after it. */
const forms: Partial<Record<Verb, Record<string, string>>> = {
  move: { startAt: String(Date.UTC(2026, 11, 15, 12, 30)) },
  "run-late": { minutes: "10" },
  "add-time": { "free-Mon": "09:00-11:00", timeZone: "America/New_York" },
  prepare: { questions: "What do you talk about?" },
  answer: { attendance: "met" },
  thank: { choice: "thank", text: "Thank you." },
  "not-for-me": { assesses: "yes" },
};

const give = (verb: Verb, about: Omit<Given, "verb" | "data">): Promise<string> =>
  giveLink(world, { verb, data: { key: "first-meeting" }, ...about });

/** Looks and presses; answers both statuses and titles. Nothing in the table may be otherwise after it. */
async function tries(path: string, verb: Verb, headers: Record<string, string> = {}) {
  const before = await dump(world);
  const seen = await open(world, path, { headers });
  const pressed = await open(world, path, { headers, form: forms[verb] ?? {} });
  expect(await dump(world)).toEqual(before);
  return [seen.status, seen.title, pressed.status, pressed.title];
}

const roles = ["student", "mentor"] as const;
const verbsOfTwo = Object.values(verbPages).flatMap(({ verb, about }) => (about === "person" ? [] : [verb]));
const gone = [404, "This is no longer there", 404, "This is no longer there"];

it.each(verbsOfTwo.flatMap((verb) => roles.map((role) => [verb, role] as const)))(
  "a link to %s as the %s works for that one of the two alone",
  async (verb, role) => {
    const about = { role, mentorshipId, meetingId };
    const own = await give(verb, { ...about, personId: twoOf[role].id });
    expect((await open(world, own)).status).toBe(200);
    const other = role === "student" ? ravi : maya;
    for (const { id } of [thirdOf[role], other])
      expect(await tries(await give(verb, { ...about, personId: id }), verb)).toEqual(gone);
  },
);

const verbsOfMeeting = verbsOfTwo.filter((verb) => verbPages[verb].about === "meeting");

it.each(verbsOfMeeting)("a link to %s opens no meeting but those of its own pair", async (verb) => {
  for (const role of roles) {
    const path = await give(verb, { role, personId: thirdOf[role].id, mentorshipId: theirOwn, meetingId });
    expect(await tries(path, verb)).toEqual(gone);
  }
});

const meetingVerbs = ["confirm", "move", "call-off", "skip-month", "run-late", "prepare", "answer"] as const;
const pages: [Role, Verb, string][] = [
  ...roles.flatMap((role) => [
    ...meetingVerbs.map((verb): [Role, Verb, string] => [role, verb, `/meetings/${meetingId}/${verb}`]),
    [role, "not-for-me", `/mentorships/${mentorshipId}/not-for-me`] as [Role, Verb, string],
  ]),
  ["student", "withdraw-request", `/mentorships/${mentorshipId}/withdraw-request`],
  ["student", "thank", `/mentorships/${mentorshipId}/thank/first-meeting`],
  ["mentor", "accept-student", `/mentorships/${mentorshipId}/accept-student`],
  ["mentor", "not-now", `/mentorships/${mentorshipId}/not-now`],
];
const nothing = [404, "There is nothing here", 404, "There is nothing here"];

it.each(pages)("a third %s finds no page to %s for another pair", async (role, verb, path) => {
  const headersOf = (person: Person) => ({ cookie: cookies.get(person)!, origin: siteUrl });
  expect((await open(world, `/${role}${path}`, { headers: headersOf(twoOf[role]) })).status).toBe(200);
  expect(await tries(`/${role}${path}`, verb, headersOf(thirdOf[role]))).toEqual(nothing);
});
