/** Tells both that their meeting has a new time, and what the old one was. */
import { choices, facts, greeting, paragraph, small } from "./blocks.ts";
import { answersTo } from "./invite.ts";
import type { Letter } from "./letter.ts";
import { theNumber, theStart, twoPeople } from "./two-people.ts";
import { placeOf, shortStartFor, spanFor } from "./when-and-where.ts";

export const moved: Letter = {
  name: "moved",
  content: (context) => {
    const { role, other } = twoPeople(context);
    const byReader = context.data.by === role;
    const byOther = context.data.by === "student" || context.data.by === "mentor";
    return {
      subject: `New time: meeting with ${other.name}, ${shortStartFor(context)}`,
      calendar: "REQUEST",
      blocks: [
        greeting(context),
        paragraph(
          byReader
            ? `You have moved your meeting with ${other.name}. ${other.name} has been told.`
            : byOther
              ? `${other.name} has moved your meeting to a time when you are free as well.`
              : `Your meeting with ${other.name} has moved to another time when both of you are free. That makes room for a pair that had no other time to meet.`,
        ),
        facts(
          ["New time", spanFor(context, theStart(context))],
          ["No longer", spanFor(context, theNumber(context, "from"))],
          ["Where", placeOf(context)],
          ["With", other.name],
        ),
        ...(byReader
          ? [
              choices(
                { label: "Another time", href: context.link("move") },
                { label: "Can't this month", href: context.link("skip-month") },
              ),
              small("The calendar entry attached replaces the old one."),
            ]
          : answersTo(context)),
      ],
    };
  },
};
