/** Tells both that a meeting does not take place, and whether a new time can be chosen this month. */
import type { UnplacedReason } from "../domain/meetings.ts";
import { describeMonth } from "../domain/moments.ts";
import { isLastMonth } from "../domain/school.ts";
import { button, facts, greeting, paragraph, small } from "./blocks.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { whyNoTime } from "./no-common-time.ts";
import { theMeeting, theStart, twoPeople } from "./two-people.ts";
import { shortStartFor, spanFor } from "./when-and-where.ts";

export const calledOff: Letter = {
  name: "called-off",
  content: (context) => ({
    subject: `Called off: meeting with ${twoPeople(context).other.name}, ${shortStartFor(context)}`,
    calendar: "CANCEL",
    blocks: [
      greeting(context),
      paragraph(whoCalledOff(context)),
      facts(["No longer", spanFor(context, theStart(context))]),
      ...whatNext(context),
      small("The calendar entry attached removes the meeting from your calendar."),
    ],
  }),
};

function whoCalledOff(context: LetterContext): string {
  const { role, other } = twoPeople(context);
  const { by } = context.data;
  if (by === role)
    return `You have called off your meeting with ${other.name}. ${other.name} has been told; there is nothing you need to explain.`;
  if (by === "student" || by === "mentor")
    return `${other.name} can't make it and has called off your meeting. These things happen.`;
  return `Your meeting with ${other.name} will not take place.`;
}

/** A new time this month, or why there is none, the next month's meeting, or nothing where the mentorship has ended and nobody called off. */
function whatNext(context: LetterContext): Block[] {
  const month = describeMonth(theMeeting(context).month);
  const { again, reason } = context.data;
  if (again === 1 && reason)
    return [
      paragraph(
        `We looked for another time in ${month} and found none. ${whyNoTime[reason as UnplacedReason]({
          other: twoPeople(context).other.name,
          month,
          minutes: theMeeting(context).minutes,
          school: context.school,
        })}`,
      ),
      paragraph("If one of you adds a time that suits the other, either of you can still choose it."),
      button("Add times", context.link("add-time")),
    ];
  if (again === 1)
    return [
      paragraph(
        `There may still be another time in ${month}: either of you can choose one from the times when both of you are free.`,
      ),
      button("Choose another time", context.link("move")),
    ];
  if (context.data.by === undefined) return [];
  return [
    paragraph(
      `There will be no meeting in ${month}. ${
        isLastMonth(context.school, theMeeting(context).month)
          ? "The school year ends with it"
          : "The following month is booked as always"
      }; there is nothing you need to do.`,
    ),
  ];
}
