/** Who takes part: students, mentors, and the words the field uses for them. */
import * as z from "zod/mini";
import { availabilitySchema } from "./availability.ts";
import { lazily } from "./lazily.ts";

/** What a student may want help with and a mentor may offer; goals, matching and prompts use this one list. */
export const focusAreas = [
  "academic support",
  "professional development",
  "emotional support",
  "career direction",
  "research",
  "networking",
  "personal growth",
] as const;
export type FocusArea = (typeof focusAreas)[number];

/** Where a mentor comes from. */
export const mentorKinds = ["faculty", "resident", "peer", "association", "online"] as const;
export type MentorKind = (typeof mentorKinds)[number];

/** Kinds from outside the school: an administrator approves them before they can be paired. */
export const outsideKinds: readonly MentorKind[] = ["association", "online"];

/** How far along a person is, earliest first; a peer mentor must stand later in this list than the student. */
export const stages = [
  "MS1",
  "MS2",
  "MS3",
  "MS4",
  "PGY1",
  "PGY2",
  "PGY3",
  "PGY4",
  "PGY5",
  "PGY6",
  "PGY7",
  "attending",
] as const;
export type Stage = (typeof stages)[number];
export const studentStages = ["MS1", "MS2", "MS3", "MS4"] as const satisfies readonly Stage[];

export const roles = ["student", "mentor"] as const;
export type Role = (typeof roles)[number];
export const otherRole = (role: Role): Role => (role === "student" ? "mentor" : "student");

/** Longest texts we keep, in characters. */
export const nameMaxLength = 120;
export const textMaxLength = 2000;
export const listMaxLength = 12;
/** Most mentors that one student may wish for. */
export const mentorsWantedMax = 3;
/** Most students whom one mentor names as those he or she assesses. */
export const assessesMaxLength = 200;

/**
 * False for a name with a line break or another control character, which would reach a mail's header, and for one that turns
 * the text after it around (the embeddings, overrides and isolates of Unicode's bidirectional algorithm, UAX #9).
 */
export const isPlainName = (name: string): boolean => !/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(name);

export const goalSchema = lazily(() =>
  z.object({
    area: z.enum(focusAreas),
    text: z.string().check(z.minLength(1), z.maxLength(textMaxLength)),
    reachedAt: z.optional(z.number()),
  }),
);
export type Goal = z.infer<typeof goalSchema>;

const specialtiesSchema = lazily(() =>
  z.array(z.string().check(z.minLength(1), z.maxLength(nameMaxLength))).check(z.maxLength(listMaxLength)),
);

export const studentProfileSchema = lazily(() =>
  z.object({
    stage: z.enum(studentStages),
    specialties: specialtiesSchema,
    focus: z.array(z.enum(focusAreas)),
    goals: z.array(goalSchema).check(z.minLength(1), z.maxLength(listMaxLength)),
    /** How many mentors the student wishes for, at least one. */
    mentorsWanted: z.int().check(z.gte(1), z.lte(mentorsWantedMax)),
  }),
);
export type StudentProfile = z.infer<typeof studentProfileSchema>;

export const mentorProfileSchema = lazily(() =>
  z.object({
    kind: z.enum(mentorKinds),
    stage: z.enum(stages),
    specialties: specialtiesSchema,
    focus: z.array(z.enum(focusAreas)),
    /** Most students at a time, 1 to 10. */
    capacity: z.int().check(z.gte(1), z.lte(10)),
    /** Where they meet: a room, or a link for a video meeting. */
    place: z.string().check(z.maxLength(nameMaxLength * 2)),
    /** An outside mentor waits for an administrator; everybody else is approved from the start. */
    approved: z.boolean(),
    /** Addresses of students whom this mentor grades or assesses, and so never mentors (LCME 11.1). */
    assesses: z.optional(z.array(z.string()).check(z.maxLength(assessesMaxLength))),
  }),
);
export type MentorProfile = z.infer<typeof mentorProfileSchema>;

export const personSchema = lazily(() =>
  z.object({
    id: z.string(),
    /** Raised by every write; a write on an older one is refused. */
    revision: z.int(),
    /** As its owner wrote it; identity is `emailIdentity(email)`. */
    email: z.string(),
    name: z.string().check(z.minLength(1), z.maxLength(nameMaxLength)),
    timeZone: z.string(),
    joinedAt: z.number(),
    availability: availabilitySchema,
    student: z.optional(studentProfileSchema),
    mentor: z.optional(mentorProfileSchema),
    /** When the person accepted the school's agreement. */
    agreedAt: z.optional(z.number()),
    /** False once the person has unsubscribed from mail that is not about a meeting. */
    wantsOptionalMail: z.boolean(),
    gratitude: z.object({
      /** When the last prompt to thank somebody went out, for any mentorship. */
      lastPromptAt: z.optional(z.number()),
      /** The student asked never to be prompted again. */
      never: z.optional(z.literal(true)),
    }),
  }),
);
export type Person = z.infer<typeof personSchema>;

/** Only students are prompted to say thank you, and none who has said “Never again”. */
export const mayBePrompted = ({ student, gratitude }: Person): boolean =>
  student !== undefined && !gratitude.never;

/** The two sides of a mentorship. */
export type Pair = { student: Person; mentor: Person };

/** One mailbox, one person: addresses are compared without regard to case or surrounding space. */
export const emailIdentity = (email: string): string => email.trim().normalize("NFC").toLowerCase();

/**
 * Looks like one deliverable address: one @, no spaces, no line breaks, a dot in the domain, at most 254 characters, and none
 * beyond ASCII, which SES does not take (SES developer guide, "Email format").
 */
export const looksLikeEmail = (text: string): boolean =>
  text.length <= 254 && /^[!#-'*+\-./-9=?A-Z^-~]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text.trim());

/** A peer must be further along than the student; every other kind may mentor anybody. */
export const mayMentor = (mentor: MentorProfile, student: StudentProfile): boolean =>
  mentor.kind !== "peer" || stages.indexOf(mentor.stage) > stages.indexOf(student.stage);

/** Whether two who were matched may still be a pair: not once the student has caught up with a peer. */
export const mayStillBePaired = ({ student, mentor }: Pair): boolean =>
  !student.student || !mentor.mentor || mayMentor(mentor.mentor, student.student);

/** Whether an approved mentor stays so as one of this kind: whoever moves outside waits for an administrator. */
export const keepsApproval = ({ approved, kind: before }: MentorProfile, kind: MentorKind): boolean =>
  approved && (!outsideKinds.includes(kind) || outsideKinds.includes(before));

export type PersonId = Person["id"];
