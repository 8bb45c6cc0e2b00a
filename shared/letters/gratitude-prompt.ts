/** Suggests to a student, at a milestone, to thank the mentor in the student's own words. */
import { button, greeting, paragraph, quote, small } from "./blocks.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { milestoneInWords, milestoneKindOf } from "./milestone-in-words.ts";
import { readersOf } from "./readers-of.ts";
import { twoPeople } from "./two-people.ts";

export const gratitudePrompt: Letter = {
  name: "gratitude-prompt",
  content: (context) => {
    const { mentor } = twoPeople(context);
    return {
      subject: `A word of thanks to ${mentor.name}?`,
      blocks: [
        greeting(context),
        paragraph(milestoneInWords[milestoneKindOf(context.data.milestone)].sentence),
        ...goalReached(context),
        paragraph(
          `If ${mentor.name} has helped you along the way, this is a good moment to say thank you. Two sentences are plenty: what helped, and what it has made possible.`,
        ),
        button("Write a few words", context.link("thank")),
        paragraph(
          'Nothing is sent without you. The same page has "Not now", and "Never again" if you would rather not be asked.',
        ),
        ...readersOf("thank", "student"),
        small(
          `${mentor.name} gives this time freely. Thank-you notes are kept for mentors, who may show them when they apply for a promotion.`,
        ),
      ],
    };
  },
};

/** The goal in the student's own words, by the milestone's key `goal-reached-1` or as given. */
function goalReached(context: LetterContext): Block[] {
  const { student } = twoPeople(context);
  const { goal, key } = context.data;
  const index = /^goal-reached-(\d+)$/.exec(String(key))?.[1];
  const text = goal === undefined ? index && student.student?.goals[Number(index)]?.text : String(goal);
  return text ? [quote(text, "Your goal")] : [];
}
