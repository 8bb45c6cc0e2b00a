/** Wakes whatever is due earlier than the table has it: the school's file has changed since, or one of the two has. */
import { civilAt, monthOf, nextMonth, previousMonth } from "../domain/calendar.ts";
import { nextTimer } from "../domain/lifecycle/engine.ts";
import { meetingLife } from "../domain/lifecycle/meeting-life.ts";
import { mentorshipLife } from "../domain/lifecycle/mentorship-life.ts";
import type { Pair } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { type Due, listDueMeetings, listDueMentorships } from "../records/due.ts";
import { listPeople } from "../records/people.ts";
import { wakeMeeting } from "./act-on-meeting.ts";
import { wakeMentorship } from "./act-on-mentorship.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

type OfPair = { id: string; studentId: string; mentorId: string };

/** Waking does what is due by now, and sets the alarm clock for what comes next. One that fails does not keep the others waiting. */
export async function lookAgain(runtime: Runtime): Promise<void> {
  const { school } = runtime;
  const table = tableOf(runtime);
  const now = runtime.now();
  const month = monthOf(civilAt(now, school.timeZone).date);
  const [people, mentorships, ...meetings] = await Promise.all([
    listPeople(table),
    listDueMentorships(table),
    ...[previousMonth(month), month, nextMonth(month)].map((each) => listDueMeetings(table, each)),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const earlier = <Thing extends OfPair>(
    all: readonly Due<Thing>[],
    nextOf: (thing: Thing, pair: Pair) => Instant | undefined,
  ): Thing[] =>
    all.flatMap(({ thing, dueAt = Number.POSITIVE_INFINITY }) => {
      const [student, mentor] = [personOf.get(thing.studentId), personOf.get(thing.mentorId)];
      const next = student && mentor && nextOf(thing, { student, mentor });
      return next !== undefined && next < dueAt ? [thing] : [];
    });
  const pairs = earlier(
    mentorships,
    (thing, pair) => nextTimer(mentorshipLife, thing, { school, pair, now })?.at,
  );
  const ahead = earlier(
    meetings.flat(),
    (thing, pair) => nextTimer(meetingLife, thing, { school, pair, now })?.at,
  );
  let failed = 0;
  const noteFault = (id: string) => (fault: Error) => {
    failed++;
    runtime.log({ event: "not-woken", id, fault: fault.name });
  };
  for (const { id } of pairs) await wakeMentorship(runtime, id, "if-nothing-due").catch(noteFault(id));
  for (const { id } of ahead) await wakeMeeting(runtime, id, "if-nothing-due").catch(noteFault(id));
  if (failed > 0) throw new Error(`${failed} records could not be woken; a retry helps`);
}
