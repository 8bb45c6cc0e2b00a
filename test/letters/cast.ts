/** The people, the school and the meeting that every golden letter is about. */
import type { Meeting } from "../../shared/domain/meetings.ts";
import type { Mentorship } from "../../shared/domain/mentorships.ts";
import type { Person, Role } from "../../shared/domain/people.ts";
import type { School } from "../../shared/domain/school.ts";
import type { LetterContext } from "../../shared/letters/letter.ts";

export const school: School = {
  id: "riverside",
  name: "Riverside School of Medicine",
  timeZone: "America/New_York",
  sender: { name: "Riverside Mentorship", address: "mentorship@med.riverside.example" },
  mayJoin: ["@med.riverside.example"],
  administrators: ["dean@med.riverside.example"],
  meeting: { minutes: 45, stepMinutes: 15, bufferMinutes: 10, noticeMinutes: 1440, spacingDays: 14 },
  round: { opensDaysBefore: 7, opensAt: "09:00" },
  reminders: {
    prepareDaysBefore: 3,
    reminderDaysBefore: 1,
    startingSoonMinutesBefore: 60,
    askMinutesAfter: 15,
    nudgeDaysAfter: 2,
    closeDaysAfter: 7,
  },
  quietHours: { from: "21:00", to: "07:00" },
  closedDays: [],
  examWeeks: [],
  schoolYear: { from: "2026-08-17", to: "2027-06-11" },
  milestones: ["first-meeting", "third-meeting", "sixth-meeting", "goal-reached", "year-end"],
  supportServices: [
    { name: "Student counseling", contact: "555-0132, day and night" },
    { name: "Office of student affairs", contact: "affairs@med.riverside.example" },
  ],
  agreement:
    "We meet once a month, on time, and say so early when we cannot.\n\nWhat is said between us stays between us, unless somebody is in danger.\n\nA mentor never grades the student he or she mentors.",
};

const nobodysTime = { weekly: [], overrides: [], absences: [] };

export const maya: Person = {
  id: "p-maya",
  revision: 3,
  email: "maya.chen@med.riverside.example",
  name: "Maya Chen",
  timeZone: "America/New_York",
  joinedAt: Date.UTC(2026, 7, 20),
  availability: nobodysTime,
  student: {
    stage: "MS2",
    specialties: ["Pediatrics", "Medical genetics"],
    focus: ["career direction", "research"],
    goals: [
      { area: "career direction", text: "Decide between pediatrics and genetics before third year." },
      { area: "research", text: "Find a project I can finish in one summer." },
    ],
    mentorsWanted: 1,
  },
  agreedAt: Date.UTC(2026, 7, 20, 14),
  wantsOptionalMail: true,
  gratitude: {},
};

export const helen: Person = {
  id: "p-helen",
  revision: 1,
  email: "h.okafor@med.riverside.example",
  name: "Dr. Helen Okafor",
  timeZone: "America/New_York",
  joinedAt: Date.UTC(2026, 7, 18),
  availability: nobodysTime,
  mentor: {
    kind: "faculty",
    stage: "attending",
    specialties: ["Pediatrics"],
    focus: ["career direction", "emotional support", "research"],
    capacity: 3,
    place: "Children's Pavilion, room 4.102",
    approved: true,
  },
  agreedAt: Date.UTC(2026, 7, 18, 14),
  wantsOptionalMail: true,
  gratitude: {},
};

/** A mentor whose clock is ten and a half hours ahead, who meets by video. */
export const ravi: Person = {
  ...helen,
  id: "p-ravi",
  email: "ravi@menon.example",
  name: "Ravi Menon",
  timeZone: "Asia/Kolkata",
  mentor: {
    kind: "online",
    stage: "PGY5",
    specialties: ["Medical genetics"],
    focus: ["research"],
    capacity: 1,
    place: "https://meet.riverside.example/genetics",
    approved: true,
  },
};

export const meeting: Meeting = {
  id: "m-2026-12-maya",
  revision: 2,
  mentorshipId: "ms-maya-helen",
  studentId: maya.id,
  mentorId: helen.id,
  month: "2026-12",
  state: "booked",
  done: [],
  arrangement: 1,
  arrangedAt: Date.UTC(2026, 10, 24, 14),
  // Thursday, December 10, 5:00 PM in New York.
  startAt: Date.UTC(2026, 11, 10, 22),
  minutes: 45,
  place: "Children's Pavilion, room 4.102",
  confirmedBy: [],
  answers: {},
};

export const mentorship: Mentorship = {
  id: "ms-maya-helen",
  revision: 1,
  studentId: maya.id,
  mentorId: helen.id,
  state: "active",
  done: [],
  reasons: [
    { about: "goals", areas: ["career direction", "research"] },
    { about: "specialties", specialties: ["Pediatrics"] },
    { about: "path", stage: "attending" },
    { about: "common-time", minutes: 210 },
  ],
  proposedAt: Date.UTC(2026, 8, 1),
  meetingsHeld: 2,
  heldMonths: ["2026-10", "2026-11"],
  milestones: [],
  nextStep: {
    month: "2026-11",
    notes: { student: "Shadow the genetics clinic for one afternoon." },
    notedAt: Date.UTC(2026, 10, 12),
  },
  lineForStudent: "You explain a case well. Next time, begin with your own assessment.",
};

export const questions =
  "How did you know that pediatrics was right for you?\nIs a research year worth it, or is one summer enough?";

export const siteUrl = "https://mentors.riverside.example";

/** A letter's context in which everybody's link for a verb is one readable address. */
export function contextFor(role: Role, changes: Partial<LetterContext> = {}): LetterContext {
  const student = changes.student ?? maya;
  const mentor = changes.mentor ?? helen;
  const { name, email, timeZone } = role === "student" ? student : mentor;
  return {
    school,
    siteUrl,
    now: Date.UTC(2026, 11, 7, 14),
    reader: { name, email, timeZone, role },
    student,
    mentor,
    meeting,
    mentorship,
    data: {},
    link: (verb) => `${siteUrl}/answer/${verb}/${"k3Jx9".repeat(8)}abc`,
    ...changes,
  };
}

/** Somebody who has only an address yet. */
export const visitor: LetterContext["reader"] = {
  name: "",
  email: "maya.chen@med.riverside.example",
  timeZone: "America/New_York",
  role: "visitor",
};
