/** When a person can meet: weekly windows, exceptions for single dates, and absences, all in the person's own zone. */
import * as z from "zod/mini";
import { lazily } from "./lazily.ts";

export const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** How gladly: *if needed* is used only where nothing else fits. */
export const levels = ["free", "if needed"] as const;
export type Level = (typeof levels)[number];

export const absenceKinds = ["exam", "on-call", "holiday", "away"] as const;

/** How many of each a person can have. */
export const mostOfEach = { windows: 60, overrides: 200, windowsOfADate: 12, absences: 100 } as const;

const civilDate = lazily(() => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
const civilTime = lazily(() => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)));

/** A stretch of one day; an `end` at or before `start` with `endDayOffset` 1 runs past midnight. */
export const windowSchema = lazily(() =>
  z.object({
    start: civilTime,
    end: civilTime,
    endDayOffset: z.optional(z.literal(1)),
    level: z.enum(levels),
  }),
);
export type Window = z.infer<typeof windowSchema>;

export const weeklyWindowSchema = lazily(() => z.extend(windowSchema, { day: z.enum(weekdays) }));
export type WeeklyWindow = z.infer<typeof weeklyWindowSchema>;

/** Replaces the weekly windows of one date; no windows means not at all. */
export const overrideSchema = lazily(() =>
  z.object({
    date: civilDate,
    windows: z.array(windowSchema).check(z.maxLength(mostOfEach.windowsOfADate)),
  }),
);
export type Override = z.infer<typeof overrideSchema>;

/** Whole civil days, both included, or a wall-clock span `2026-12-07T19:00` to `2026-12-12T07:00`. */
export const absenceSchema = lazily(() =>
  z.object({ from: z.string(), to: z.string(), kind: z.enum(absenceKinds) }),
);
export type Absence = z.infer<typeof absenceSchema>;

export const availabilitySchema = lazily(() =>
  z.object({
    weekly: z.array(weeklyWindowSchema).check(z.maxLength(mostOfEach.windows)),
    overrides: z.array(overrideSchema).check(z.maxLength(mostOfEach.overrides)),
    absences: z.array(absenceSchema).check(z.maxLength(mostOfEach.absences)),
  }),
);
export type Availability = z.infer<typeof availabilitySchema>;
