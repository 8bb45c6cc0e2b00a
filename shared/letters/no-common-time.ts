/** Tells both exactly why no time was found for their month, and what would help. */
import type { UnplacedReason } from "../domain/meetings.ts";
import { describeMonth } from "../domain/moments.ts";
import { isLastMonth, type School } from "../domain/school.ts";
import { button, greeting, heading, paragraph } from "./blocks.ts";
import { counted, minutesInWords } from "./in-words.ts";
import type { Letter } from "./letter.ts";
import { missing, theMeeting, twoPeople } from "./two-people.ts";

type Why = (names: { other: string; month: string; minutes: number; school: School }) => string;

const inCommon = (other: string): string => `You and ${other} do have times in common`;

/** Says nothing about which of the two is away or booked: that is the other's own affair. */
export const whyNoTime: Readonly<Record<UnplacedReason, Why>> = {
  "no-common-window": ({ other, month, minutes }) =>
    `The times you and ${other} have given us do not overlap: nowhere in ${month} are both of you free for ${minutes} minutes in a row.`,
  "times-past": ({ other, month }) => `${inCommon(other)}, but the last of them in ${month} is past.`,
  away: ({ other, month }) =>
    `${inCommon(other)}, but each of those still to come in ${month} falls on an absence, an exam week, a day on which the school is closed, or lies outside the school year.`,
  "mentor-time-exhausted": ({ other, month }) =>
    `${inCommon(other)}, but other pairs need all of those left in ${month}: there are more meetings to be held than times.`,
  "clash-with-other-mentor": ({ other, month }) =>
    `${inCommon(other)}, but each of those left in ${month} is taken by another meeting that one of you has.`,
  spacing: ({ other, month, school }) =>
    `${inCommon(other)} in ${month}, but all that are left are less than ${counted(school.meeting.spacingDays, "day")} away from your meeting in the month before or after.`,
  notice: ({ other, month, school }) =>
    `The times left in ${month} that you and ${other} have in common begin too soon: nobody is booked with less than ${minutesInWords(school.meeting.noticeMinutes)} of notice.`,
};

const oneDate = "A single date on which you could meet is enough, even outside your usual times.";

const helps: Readonly<Record<UnplacedReason, string>> = {
  "no-common-window": "One more hour a week from either of you is often enough.",
  "times-past": "A single date before the month ends is enough, even outside your usual times.",
  away: oneDate,
  "mentor-time-exhausted": oneDate,
  "clash-with-other-mentor": oneDate,
  spacing: "A date further away from that meeting would do.",
  notice: "A date a little later would do.",
};

export const noCommonTime: Letter = {
  name: "no-common-time",
  content: (context) => {
    const { other } = twoPeople(context);
    const { reason, month: code, minutes } = theMeeting(context);
    if (!reason) throw missing("the reason");
    const month = describeMonth(code);
    return {
      subject: `No time found yet with ${other.name} for ${month}`,
      blocks: [
        greeting(context),
        paragraph(`We could not book a meeting for you and ${other.name} in ${month}. Here is why:`),
        paragraph(whyNoTime[reason]({ other: other.name, month, minutes, school: context.school })),
        heading("What would help"),
        paragraph(
          `${helps[reason]} ${other.name} has been told the same, so either of you can make the difference.`,
        ),
        button("Add times", context.link("add-time")),
        paragraph(
          isLastMonth(context.school, code)
            ? "If nothing can be found, leave it: the school year ends with this month."
            : "If nothing can be found, leave it: we look for a time in the following month in any case.",
        ),
      ],
    };
  },
};
