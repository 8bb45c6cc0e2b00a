/** A student, a mentor and a school without limits of their own, for tests that add the ones they are about. */
import type { Availability, WeeklyWindow } from "../../shared/domain/availability.ts";
import type { Person } from "../../shared/domain/people.ts";
import type { School } from "../../shared/domain/school.ts";
import { schoolSchema } from "../../shared/domain/school-schema.ts";

export const newYork = "America/New_York";

/** `Mon 09:00-12:00`, `Fri 22:00-02:00` (into Saturday), `Tue 17:00-18:00 if needed`. */
export function weekly(...windows: string[]): WeeklyWindow[] {
  return windows.map((text) => {
    const [day, hours, ...level] = text.split(" ");
    const [start, end] = hours!.split("-") as [string, string];
    return {
      day: day as WeeklyWindow["day"],
      start,
      end,
      level: level.length > 0 ? "if needed" : "free",
      ...(end <= start ? { endDayOffset: 1 as const } : {}),
    };
  });
}

const personOf = (name: string, timeZone: string, availability: Partial<Availability>): Person => ({
  id: name,
  revision: 1,
  email: `${name}@riverside.edu`,
  name,
  timeZone,
  joinedAt: 0,
  availability: { weekly: [], overrides: [], absences: [], ...availability },
  wantsOptionalMail: true,
  gratitude: {},
});

export const aStudent = (availability: Partial<Availability>, timeZone = newYork): Person => ({
  ...personOf("student", timeZone, availability),
  student: {
    stage: "MS2",
    specialties: [],
    focus: [],
    goals: [{ area: "research", text: "Publish" }],
    mentorsWanted: 1,
  },
});

export const aMentor = (availability: Partial<Availability>, timeZone = newYork): Person => ({
  ...personOf("mentor", timeZone, availability),
  mentor: {
    kind: "faculty",
    stage: "attending",
    specialties: [],
    focus: [],
    capacity: 3,
    place: "Room 1",
    approved: true,
  },
});

/** Meetings of an hour on the hour, no buffer, no notice, no spacing, no closed days. */
export const aSchool = (
  parts: Partial<Omit<School, "meeting">> & { meeting?: Partial<School["meeting"]> } = {},
): School =>
  schoolSchema.parse({
    id: "riverside",
    name: "Riverside",
    timeZone: newYork,
    sender: { name: "Riverside", address: "mentors@riverside.edu" },
    mayJoin: ["@riverside.edu"],
    administrators: ["dean@riverside.edu"],
    round: { opensDaysBefore: 7, opensAt: "09:00" },
    reminders: {
      prepareDaysBefore: 3,
      reminderDaysBefore: 1,
      startingSoonMinutesBefore: null,
      askMinutesAfter: 15,
      nudgeDaysAfter: 2,
      closeDaysAfter: 7,
    },
    quietHours: { from: "21:00", to: "07:00" },
    closedDays: [],
    examWeeks: [],
    schoolYear: { from: "2026-08-01", to: "2027-06-30" },
    milestones: [],
    supportServices: [{ name: "Wellbeing", contact: "555 0100" }],
    agreement: "Be kind.",
    ...parts,
    meeting: {
      minutes: 60,
      stepMinutes: 60,
      bufferMinutes: 0,
      noticeMinutes: 0,
      spacingDays: 0,
      ...parts.meeting,
    },
  });
