/** A student, a mentor and an administrator who are signed in, and a browser for each of their pages. */
import { administratorPage } from "../../functions/administrator-page/index.ts";
import { answer } from "../../functions/answer/index.ts";
import { catalogue } from "../../functions/catalogue.ts";
import { importPeople } from "../../functions/import-people/index.ts";
import { mentorPage } from "../../functions/mentor-page/index.ts";
import { studentPage } from "../../functions/student-page/index.ts";
import type { FunctionFactories } from "../../infra/local/function-factories.ts";
import type { Interception } from "../../infra/local/wire.ts";
import { openWorld, type World } from "../../infra/local/world.ts";
import type { Meeting } from "../../shared/domain/meetings.ts";
import type { Mentorship } from "../../shared/domain/mentorships.ts";
import type { Person } from "../../shared/domain/people.ts";
import type { School } from "../../shared/domain/school.ts";
import { startSession } from "../../shared/links/session.ts";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { loadMentorship, saveMentorship } from "../../shared/records/mentorships.ts";
import { addPerson, loadPerson } from "../../shared/records/people.ts";
import { saveRound } from "../../shared/records/rounds.ts";
import { transact } from "../../shared/records/table.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import {
  maya,
  meetingId,
  meetsAt,
  mentorshipId,
  pairStands,
  ravi,
} from "../functions/answer/a-pair-in-december.ts";
import { type Opened, open, siteUrl, startAt } from "../functions/answer/pages-world.ts";
import { school } from "../local/small-world.ts";

export { maya, meetingId, meetsAt, mentorshipId, ravi, siteUrl, startAt };

export const administrator = school.administrators[0]!;

const quiet = Object.fromEntries(catalogue.map(({ name }) => [name, () => async () => undefined]));

export type OwnWorld = World & {
  /** A cookie header of a new session for this address. */
  signIn: (email: string) => Promise<string>;
  /** Opens or posts a page in this person's browser. */
  browse: (email: string, path: string, form?: Record<string, string> | URLSearchParams) => Promise<Opened>;
  meeting: () => Promise<Meeting | undefined>;
  mentorship: (id?: string) => Promise<Mentorship | undefined>;
  person: (id: string) => Promise<Person | undefined>;
};

type Change = { maya?: Partial<Person>; ravi?: Partial<Person>; mentorship?: Partial<Mentorship> };

type Options = {
  booked?: boolean;
  studentsChoose?: boolean;
  schoolYear?: School["schoolYear"];
  interception?: Interception;
};

/** Maya and Ravi, paired, with a meeting on December 10; nothing in it wakes or sweeps. */
export async function openOwnWorld(
  change: Change = {},
  { booked = true, studentsChoose = false, schoolYear = school.schoolYear, interception }: Options = {},
): Promise<OwnWorld> {
  const world = await openWorld({
    school: { ...school, schoolYear, ...(studentsChoose && { pairing: "chosen" }) },
    siteUrl,
    startAt,
    seed: "own",
    interception,
    functions: {
      ...quiet,
      answer,
      "student-page": studentPage,
      "mentor-page": mentorPage,
      "administrator-page": administratorPage,
      "import-people": importPeople,
    } as unknown as FunctionFactories,
  });
  const { runtime } = world;
  const table = tableOf(runtime);
  await transact(
    table,
    [
      ...addPerson(table, { ...maya, ...change.maya }),
      ...addPerson(table, { ...ravi, ...change.ravi }),
      ...saveMentorship(table, { ...pair, ...change.mentorship, state: "active" }, undefined, undefined),
      saveRound(table, { month: "2026-12", revision: 0, opensAt: startAt, openedAt: startAt }, undefined),
    ],
    "the-pair",
  );
  if (booked) {
    // Before the school's file held another year.
    const acted = await actOnMeeting({ ...runtime, school }, meetingId, {
      type: "slot-chosen",
      by: "planner",
      startAt: meetsAt,
    });
    if (!acted.ok) throw new Error(`the pair could not be set up: ${acted.refusal}`);
  }
  if (change.mentorship?.state) await pairStands(runtime, change.mentorship.state);
  const signIn = async (email: string): Promise<string> => {
    const { token, write } = startSession(table, email, world.now(), runtime.randomBytes);
    await transact(table, [write], token.slice(0, 30));
    return `session=${token}`;
  };
  const own: Omit<OwnWorld, keyof World> = {
    signIn,
    browse: async (email, path, form) =>
      open(world, path, {
        headers: { cookie: await signIn(email), ...(form && { origin: siteUrl }) },
        ...(form && { form }),
      }),
    meeting: () => loadMeeting(table, meetingId),
    mentorship: (id = mentorshipId) => loadMentorship(table, id),
    person: (id) => loadPerson(table, id),
  };
  return Object.defineProperties(own as OwnWorld, Object.getOwnPropertyDescriptors(world));
}

const pair: Mentorship = {
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
