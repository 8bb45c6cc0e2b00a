/** What the school keeps as codes, in an administrator's words. */
import { html } from "hono/html";
import { civilAt } from "../../shared/domain/calendar.ts";
import type { MeetingState, UnplacedReason } from "../../shared/domain/meetings.ts";
import type { MentorshipState } from "../../shared/domain/mentorships.ts";
import type { MessageState } from "../../shared/domain/messages.ts";
import type { Instant, TimeZone } from "../../shared/domain/time.ts";
import type { Html } from "../../shared/pages/site.ts";

export const meetingStateInWords: Readonly<Record<MeetingState, string>> = {
  unplaced: "no time found",
  booked: "booked",
  "called-off": "called off, no new time yet",
  asked: "over, answers not in yet",
  held: "held",
  "missed-with-notice": "missed with notice",
  "missed-silently": "missed silently",
  unknown: "unknown",
  "not-arranged": "not arranged",
  skipped: "left out",
};

export const mentorshipStateInWords: Readonly<Record<MentorshipState, string>> = {
  proposed: "proposed",
  offered: "mentor asked",
  agreeing: "waiting for agreement or approval",
  active: "active",
  closing: "year over",
  withdrawn: "withdrawn",
  lapsed: "lapsed",
  declined: "ended: not for me",
  completed: "completed",
};

export const reasonInWords: Readonly<Record<UnplacedReason, string>> = {
  "no-common-window": "Their weekly times do not overlap long enough.",
  "times-past": "Their common times of the month are past.",
  away: "All common times that are left fall on an absence, an exam week or a closed day, or lie outside the school year.",
  "mentor-time-exhausted": "The mentor's other meetings take all common times that are left.",
  "clash-with-other-mentor": "The mentor has time left, but only when the student meets somebody else.",
  spacing: "All common times that are left are too close to their meeting in the month before or after.",
  notice: "The common times that are left come at too short notice.",
};

export const messageStateInWords: Readonly<Record<MessageState, string>> = {
  planned: "planned",
  sending: "being sent",
  accepted: "sent",
  delivered: "delivered",
  bounced: "bounced",
  complained: "marked as spam",
  cancelled: "canceled",
  expired: "too late, not sent",
  suppressed: "not sent: unwanted or unreachable",
  failed: "failed",
  unknown: "unknown whether sent",
};

/** Messages that somebody should look at. */
export const troubledStates: readonly MessageState[] = ["bounced", "complained", "failed", "unknown"];

/** `no-common-time` is `no common time`. */
export const spaced = (code: string): string => code.replaceAll("-", " ");

/** `2026-12-10 17:00`, for columns; the zone stands above. */
export function shortTime(instant: Instant, zone: TimeZone): Html {
  const { date, time } = civilAt(instant, zone);
  return html`<span class="at">${date} ${time}</span>`;
}

/** `2026-12-10`. */
export const shortDay = (instant: Instant, zone: TimeZone): Html =>
  html`<span class="at">${civilAt(instant, zone).date}</span>`;

/** What is to do between two school years. */
export const yearIsOver =
  "The school year is over: no month opens and no pair begins before the next one. Set its days in the school's file and deploy that, and import its roster, so that everybody's stage is right; pairs can be made from then on.";
