/** Invites both to the month's meeting, which is booked and stands unless somebody moves it. */
import { describeMonth } from "../domain/moments.ts";
import { button, choices, greeting, paragraph, small } from "./blocks.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { theMeeting, twoPeople } from "./two-people.ts";
import { shortStartFor, whenAndWhere } from "./when-and-where.ts";

export const invite: Letter = {
  name: "invite",
  content: (context) => {
    const { other } = twoPeople(context);
    return {
      subject: `Meeting with ${other.name}: ${shortStartFor(context)}`,
      calendar: "REQUEST",
      blocks: [
        greeting(context),
        paragraph(`Here is your meeting with ${other.name} for ${describeMonth(theMeeting(context).month)}.`),
        whenAndWhere(context),
        paragraph("It is booked and stands unless somebody moves it. Does the time work for you?"),
        ...answersTo(context),
      ],
    };
  },
};

/** What may be answered to a time that somebody else chose. */
export const answersTo = (context: LetterContext): Block[] => [
  button("Works for me", context.link("confirm")),
  choices(
    { label: "Another time", href: context.link("move") },
    { label: "Can't this month", href: context.link("skip-month") },
  ),
  small(
    "The calendar entry is attached. Please answer here: your calendar's own Accept and Decline reach nobody.",
  ),
];
