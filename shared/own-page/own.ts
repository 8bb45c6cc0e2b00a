/** What a person sees on his or her own page: the mentorships on this side, the other people in them, and all their meetings. */
import { civilAt, monthOf, nextMonth } from "../domain/calendar.ts";
import { passTime } from "../domain/lifecycle/engine.ts";
import { meetingLife } from "../domain/lifecycle/meeting-life.ts";
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship, MentorshipState } from "../domain/mentorships.ts";
import { otherRole, type Pair, type Person, type Role } from "../domain/people.ts";
import { isLastMonth } from "../domain/school.ts";
import type { Instant, Month } from "../domain/time.ts";
import { meetingId } from "../records/keys.ts";
import { loadMeetings } from "../records/meetings.ts";
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

/** No month opens any more in this school year. */
export const isLastMonthNow = ({ runtime: { school }, now }: Own): boolean =>
  isLastMonth(school, monthOf(civilAt(now, school.timeZone).date));

export async function loadOwn(runtime: Runtime, me: Person, role: Role): Promise<Own> {
  const table = tableOf(runtime);
  const now = runtime.now();
  const heardOf = (await loadMentorshipsOf(table, me.id)).filter(
    (mentorship) => sideOf(mentorship, role) === me.id && !unheardOf.includes(mentorship.state),
  );
  const [others, meetings] = await Promise.all([
    loadPeople(
      table,
      heardOf.map((mentorship) => sideOf(mentorship, otherRole(role))),
    ),
    loadMeetings(
      table,
      heardOf.flatMap((mentorship) =>
        monthsOf(mentorship, runtime, now).map((month) => meetingId(mentorship.id, month)),
      ),
    ),
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

/** From the month in which it was proposed to the next one that may be open, or that was when it ended. */
function monthsOf({ proposedAt, endedAt }: Mentorship, { school }: Runtime, now: Instant): Month[] {
  const monthAt = (instant: Instant): Month => monthOf(civilAt(instant, school.timeZone).date);
  const last = nextMonth(monthAt(endedAt ?? now));
  const months: Month[] = [];
  for (let month = monthAt(proposedAt); month <= last; month = nextMonth(month)) months.push(month);
  return months;
}
