/** Whatever happens in whatever order, a step ends in a state that its row names, and time always brings a meeting to its end. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { advance, isFinal, nextTimer, passTime } from "../../../shared/domain/lifecycle/engine.ts";
import { type MeetingEvent, meetingLife } from "../../../shared/domain/lifecycle/meeting-life.ts";
import { attendances, keepsTime, type Meeting, unplacedReasons } from "../../../shared/domain/meetings.ts";
import { inNewYork, pair, school, unplaced } from "./a-life.ts";

const role = fc.constantFrom("student" as const, "mentor" as const);
const start = fc
  .integer({ min: 1, max: 30 * 24 })
  .map((hours) => inNewYork("2026-12-01 00:00") + hours * 3_600_000);
const happening: fc.Arbitrary<MeetingEvent> = fc.oneof(
  fc.record({ type: fc.constant("slot-chosen" as const), by: role, startAt: start }),
  fc.record({
    type: fc.constant("no-time-found" as const),
    by: fc.constant("planner" as const),
    reason: fc.constantFrom(...unplacedReasons),
  }),
  fc.record({
    type: fc.constantFrom("confirmed" as const, "called-off" as const, "month-skipped" as const),
    by: role,
  }),
  fc.record({
    type: fc.constant("ran-late" as const),
    by: role,
    minutes: fc.constantFrom(5 as const, 20 as const),
  }),
  fc.record({
    type: fc.constant("questions-noted" as const),
    by: fc.constant("student" as const),
    text: fc.string(),
  }),
  fc.record({
    type: fc.constant("place-changed" as const),
    by: fc.constant("mentor" as const),
    place: fc.constantFrom("Room 1", "Room 2"),
  }),
  fc.record({
    type: fc.constant("answered" as const),
    by: role,
    answer: fc.record({ attendance: fc.constantFrom(...attendances), at: fc.constant(1) }),
  }),
  fc.record({ type: fc.constant("pair-ended" as const), by: role }),
);
const story = fc.array(fc.record({ event: happening, waitHours: fc.integer({ min: 0, max: 100 }) }), {
  maxLength: 12,
});

it("ends every step in a state its row names, raises the arrangement with every change of time or place, and never lowers it", () => {
  fc.assert(
    fc.property(story, (steps) => {
      let meeting: Meeting = unplaced;
      let now = inNewYork("2026-11-24 09:00");
      for (const { event, waitHours } of steps) {
        now += waitHours * 3_600_000;
        const around = { school, pair, now };
        meeting = passTime(meetingLife, meeting, around).after;
        const before = meeting;
        const acted = advance(meetingLife, before, event, around);
        if (!acted.ok) continue;
        meeting = acted.value.after;
        expect(meetingLife[before.state].people[event.type]!.to).toContain(meeting.state);
        const stoodAt = (it: Meeting) => (keepsTime(it) ? it.startAt : undefined);
        const moved = stoodAt(before) !== stoodAt(meeting);
        const elsewhere = keepsTime(before) && before.place !== meeting.place;
        expect(meeting.arrangement - before.arrangement).toBe(
          moved || elsewhere || (meeting.state !== before.state && !["asked"].includes(before.state)) ? 1 : 0,
        );
      }
      const end = passTime(meetingLife, meeting, { school, pair, now: inNewYork("2027-02-01 00:00") }).after;
      expect(isFinal(meetingLife, end.state)).toBe(true);
      expect(nextTimer(meetingLife, end, { school, pair, now })).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

it("does nothing the second time that time passes", () => {
  fc.assert(
    fc.property(start, start, (startAt, now) => {
      const around = { school, pair, now: inNewYork("2026-11-24 09:00") };
      const chosen = advance(meetingLife, unplaced, { type: "slot-chosen", by: "planner", startAt }, around);
      if (!chosen.ok) throw new Error("the slot is ahead");
      const once = passTime(meetingLife, chosen.value.after, { ...around, now });
      expect(passTime(meetingLife, once.after, { ...around, now })).toEqual({
        after: once.after,
        letters: [],
      });
    }),
  );
});
