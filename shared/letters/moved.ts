/** Tells both that their meeting has a new time, and what the old one was; or a new place. */
import { afterQuietHours } from "../domain/quiet-hours.ts";
import { facts, greeting, paragraph, small } from "./blocks.ts";
import { answersTo, invite, otherwise } from "./invite.ts";
import type { Block, Content, Letter, LetterContext } from "./letter.ts";
import { theMeeting, theNumber, theStart, twoPeople } from "./two-people.ts";
import { shortStartFor, spanFor, whenAndWhere, whereRows } from "./when-and-where.ts";

export const moved: Letter = {
  name: "moved",
  content: (context) => {
    const { role, other } = twoPeople(context);
    if (theNumber(context, "from") === theStart(context)) return elsewhere(context);
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
          ...whereRows(context),
          ["With", other.name],
        ),
        ...whatNow(context),
      ],
    };
  },
};

/** The time stands, and the place is another, or open again. */
function elsewhere(context: LetterContext): Content {
  const { role, other } = twoPeople(context);
  if (isFirstWord(context)) return invite.content({ ...context, data: {} });
  return {
    subject: `${theMeeting(context).place.trim() ? "New place" : "Place not settled"}: meeting with ${other.name}, ${shortStartFor(context)}`,
    calendar: "REQUEST",
    blocks: [
      greeting(context),
      // It may have been the mentor or a roster.
      paragraph(
        `The place of your meeting with ${other.name} has changed. The time stands${
          context.data.by === role ? `, and ${other.name} has been told` : ""
        }.`,
      ),
      whenAndWhere(context),
      ...whatNow(context),
    ],
  };
}

/** An invitation that waited for its reader's morning is void with the old place. */
function isFirstWord({ meeting, school, now, reader }: LetterContext): boolean {
  const { arrangement, arrangedAt } = meeting!;
  return arrangement === 2 && afterQuietHours(arrangedAt ?? 0, school.quietHours, reader.timeZone) > now;
}

/** Whoever made the change is not asked whether it works. */
const whatNow = (context: LetterContext): Block[] =>
  context.data.by === twoPeople(context).role
    ? [...otherwise(context), small("The calendar entry attached replaces the old one.")]
    : answersTo(context);
