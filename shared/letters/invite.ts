/** Invites both to the month's meeting, which is booked and stands unless somebody moves it. */
import { describeMonth } from "../domain/moments.ts";
import { button, choices, greeting, paragraph, small } from "./blocks.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { theMeeting, twoPeople } from "./two-people.ts";
import { shortStartFor, whenAndWhere } from "./when-and-where.ts";

export const invite: Letter = {
  name: "invite",
  content: (context) => {
    const { role, other } = twoPeople(context);
    const byReader = context.data.by === role;
    return {
      subject: `Meeting with ${other.name}: ${shortStartFor(context)}`,
      calendar: "REQUEST",
      blocks: [
        greeting(context),
        paragraph(whoseChoice(context)),
        whenAndWhere(context),
        paragraph(
          byReader
            ? "It is booked and stands unless somebody moves it."
            : "It is booked and stands unless somebody moves it. Does the time work for you?",
        ),
        ...(byReader
          ? [...otherwise(context), small("The calendar entry is attached.")]
          : answersTo(context)),
      ],
    };
  },
};

function whoseChoice(context: LetterContext): string {
  const { role, other } = twoPeople(context);
  const month = describeMonth(theMeeting(context).month);
  if (context.data.by === role)
    return `You have chosen a time for your meeting with ${other.name} in ${month}. ${other.name} has been told.`;
  return context.data.by === "student" || context.data.by === "mentor"
    ? `${other.name} has chosen a time for your meeting in ${month} when you are free as well.`
    : `Here is your meeting with ${other.name} for ${month}.`;
}

/** What may be done with a time that one has chosen oneself. */
export const otherwise = (context: LetterContext): Block[] => [
  choices(
    { label: "Another time", href: context.link("move") },
    { label: "Can't this month", href: context.link("skip-month") },
  ),
];

/** What may be answered to a time that somebody else chose. */
export const answersTo = (context: LetterContext): Block[] => [
  button("Works for me", context.link("confirm")),
  ...otherwise(context),
  small(
    "The calendar entry is attached. Please answer here: your calendar's own Accept and Decline reach nobody.",
  ),
];
