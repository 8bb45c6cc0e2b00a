/** A pair whose clocks are ten and a half hours apart, with a meeting on Thursday, December 10, 2026, 7:30 AM in New York. */
import type { World } from "../../../infra/local/world.ts";
import type { Meeting } from "../../../shared/domain/meetings.ts";
import type { Mentorship } from "../../../shared/domain/mentorships.ts";
import { type Person, personSchema, type Role } from "../../../shared/domain/people.ts";
import type { Link } from "../../../shared/links/link.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { loadMeeting } from "../../../shared/records/meetings.ts";
import { loadMentorship, saveMentorship } from "../../../shared/records/mentorships.ts";
import { addPerson, loadPerson } from "../../../shared/records/people.ts";
import { saveRound } from "../../../shared/records/rounds.ts";
import { transact } from "../../../shared/records/table.ts";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { giveLink } from "./given-link.ts";
import { openPagesWorld, startAt } from "./pages-world.ts";

const mornings = (start: string, end: string): Person["availability"] => ({
  weekly: (["Tue", "Thu"] as const).map((day) => ({ day, start, end, level: "free" })),
  overrides: [],
  absences: [],
});

export const maya: Person = personSchema.parse({
  id: "maya",
  revision: 1,
  email: "maya@riverside.example.edu",
  name: "Maya Chen",
  timeZone: "America/New_York",
  joinedAt: startAt,
  availability: mornings("07:00", "09:00"),
  student: {
    stage: "MS3",
    specialties: ["Pediatrics"],
    focus: ["research"],
    goals: [{ area: "research", text: "Find a project." }],
    mentorsWanted: 1,
  },
  agreedAt: startAt,
  wantsOptionalMail: true,
  gratitude: {},
});

export const ravi: Person = personSchema.parse({
  id: "ravi",
  revision: 1,
  email: "ravi@riverside.example.edu",
  name: "Ravi Menon",
  timeZone: "Asia/Kolkata",
  joinedAt: startAt,
  availability: mornings("17:30", "19:30"),
  mentor: {
    kind: "faculty",
    stage: "attending",
    specialties: ["Pediatrics"],
    focus: ["research"],
    capacity: 2,
    place: "Room 4.102",
    approved: true,
  },
  agreedAt: startAt,
  wantsOptionalMail: true,
  gratitude: {},
});

export const mentorshipId = "pairaaaa";
export const meetingId = "pairaaaa-2026-12";
/** Thursday, December 10, 2026, 7:30 AM in New York, 6:00 PM in Kolkata. */
export const meetsAt = Date.UTC(2026, 11, 10, 12, 30);

const mentorship: Mentorship = {
  id: mentorshipId,
  revision: 1,
  studentId: maya.id,
  mentorId: ravi.id,
  state: "active",
  done: [],
  reasons: [{ about: "specialties", specialties: ["Pediatrics"] }],
  proposedAt: startAt,
  confirmedAt: startAt,
  activeSince: startAt,
  meetingsHeld: 0,
  heldMonths: [],
  milestones: [],
};

export type Change = { maya?: Partial<Person>; ravi?: Partial<Person>; mentorship?: Partial<Mentorship> };

const there = async <Thing>(found: Promise<Thing | undefined>): Promise<Thing> => {
  const thing = await found;
  if (!thing) throw new Error("it is not in the table");
  return thing;
};

export type PairWorld = World & {
  /** The path of a new link, made now. */
  give: (verb: Verb, role: Role, data?: Link["data"]) => Promise<string>;
  meeting: () => Promise<Meeting>;
  mentorship: () => Promise<Mentorship>;
  person: (id: string) => Promise<Person>;
  /** Letters that went out since the last call, as `letter to whom`. */
  newMail: () => string[];
};

/** Only an active pair gets a meeting; afterwards it may stand otherwise. */
export async function pairStands(runtime: Runtime, state: Mentorship["state"]): Promise<void> {
  const table = tableOf(runtime);
  const before = await there(loadMentorship(table, mentorshipId));
  await transact(table, saveMentorship(table, { ...before, state }, before, undefined), `stands-${state}`);
}

/** Opens a world with the pair; December is open, and the meeting is booked unless `booked` is false. */
export async function openPairWorld(change: Change = {}, { booked = true } = {}): Promise<PairWorld> {
  const world = await openPagesWorld();
  const { runtime } = world;
  const table = tableOf(runtime);
  await transact(
    table,
    [
      ...addPerson(table, { ...maya, ...change.maya }),
      ...addPerson(table, { ...ravi, ...change.ravi }),
      ...saveMentorship(
        table,
        { ...mentorship, ...change.mentorship, state: "active" },
        undefined,
        undefined,
      ),
      saveRound(table, { month: "2026-12", revision: 0, opensAt: startAt, openedAt: startAt }, undefined),
    ],
    "the-pair",
  );
  const event = booked
    ? ({ type: "slot-chosen", by: "planner", startAt: meetsAt } as const)
    : ({ type: "no-time-found", by: "planner", reason: "no-common-window" } as const);
  const acted = await actOnMeeting(runtime, meetingId, event);
  if (!acted.ok) throw new Error(`the pair could not be set up: ${acted.refusal}`);
  if (change.mentorship?.state) await pairStands(runtime, change.mentorship.state);
  let mailsSeen = world.mailbox.length;
  return Object.defineProperties(
    {
      give: (verb: Verb, role: Role, data: Link["data"] = {}) => {
        const personId = role === "student" ? maya.id : ravi.id;
        return giveLink(world, { verb, role, personId, meetingId, mentorshipId, data });
      },
      meeting: () => there(loadMeeting(table, meetingId)),
      mentorship: () => there(loadMentorship(table, mentorshipId)),
      person: (id: string) => there(loadPerson(table, id)),
      newMail: () => {
        const fresh = world.mailbox.slice(mailsSeen);
        mailsSeen = world.mailbox.length;
        return fresh.map((mail) => `${mail.subject} → ${mail.to}`);
      },
    } as PairWorld,
    Object.getOwnPropertyDescriptors(world),
  );
}
