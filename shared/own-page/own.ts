/** What a person sees on his or her own page: the mentorships on this side, the other people in them, and the school year's meetings. */
import { civilAt, monthOf, nextMonth } from "../domain/calendar.ts";
import { passTime } from "../domain/lifecycle/engine.ts";
import { meetingLife } from "../domain/lifecycle/meeting-life.ts";
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship, MentorshipState } from "../domain/mentorships.ts";
import { otherRole, type Pair, type Person, type Role } from "../domain/people.ts";
import type { Instant, Month } from "../domain/time.ts";
import { loadMeetingsOf } from "../records/meetings.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { loadPeople } from "../records/people.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { tableOf } from "../runtime/table-of.ts";

/** One mentorship with its other person and its meetings, earliest first. */
export type OwnMentorship = { mentorship: Mentorship; other: Person; meetings: Meeting[] };

export type Own = {
  runtime: Runtime;
  now: Instant;
  me: Person;
  role: Role;
  /** Root of this side's pages. */
  base: "/student" | "/mentor";
  mentorships: OwnMentorship[];
};

/** Neither side hears of a proposal before it is confirmed. */
const unheardOf: readonly MentorshipState[] = ["proposed", "withdrawn"];
const standing: readonly MentorshipState[] = ["agreeing", "active", "closing"];

export const isStanding = ({ mentorship }: OwnMentorship): boolean => standing.includes(mentorship.state);

/** The mentor is asked and has not answered yet. */
export const isOffered = ({ mentorship }: OwnMentorship): boolean => mentorship.state === "offered";

export async function loadOwn(runtime: Runtime, me: Person, role: Role): Promise<Own> {
  const table = tableOf(runtime);
  const now = runtime.now();
  const heardOf = (await loadMentorshipsOf(table, me.id)).filter(
    (mentorship) => sideOf(mentorship, role) === me.id && !unheardOf.includes(mentorship.state),
  );
  const ids = heardOf.map(({ id }) => id);
  const [others, meetings] = await Promise.all([
    loadPeople(
      table,
      heardOf.map((mentorship) => sideOf(mentorship, otherRole(role))),
    ),
    loadMeetingsOf(table, ids, monthsOfYear(runtime, now)),
  ]);
  const personOf = new Map(others.map((person) => [person.id, person]));
  const mentorships = heardOf.flatMap((mentorship): OwnMentorship[] => {
    const other = personOf.get(sideOf(mentorship, otherRole(role)));
    if (!other) return [];
    const pair: Pair = role === "student" ? { student: me, mentor: other } : { student: other, mentor: me };
    const around = { school: runtime.school, pair, now };
    return [
      {
        mentorship,
        other,
        // What time has brought about counts, also where nobody has written it down yet.
        meetings: meetings
          .filter(({ mentorshipId }) => mentorshipId === mentorship.id)
          .map((meeting) => passTime(meetingLife, meeting, around).after),
      },
    ];
  });
  return { runtime, now, me, role, base: `/${role}`, mentorships };
}

const sideOf = ({ studentId, mentorId }: Mentorship, role: Role): string =>
  role === "student" ? studentId : mentorId;

/** From the first month of the school year to the next one that may be open. */
function monthsOfYear({ school }: Runtime, now: Instant): Month[] {
  const last = nextMonth(monthOf(civilAt(now, school.timeZone).date));
  const months: Month[] = [];
  for (
    let month = monthOf(school.schoolYear.from);
    month <= last && months.length < 14;
    month = nextMonth(month)
  )
    months.push(month);
  return months;
}
