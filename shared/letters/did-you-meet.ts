/** Asks both whether they met, one question, and what comes next. */
import { questionOf } from "../domain/monthly-question.ts";
import { button, greeting, list, paragraph } from "./blocks.ts";
import type { Letter, LetterContext } from "./letter.ts";
import { readersOf } from "./readers-of.ts";
import { theMeeting, twoPeople } from "./two-people.ts";
import { startFor } from "./when-and-where.ts";

export const didYouMeet: Letter = {
  name: "did-you-meet",
  content: (context) => {
    const { role, other } = twoPeople(context);
    return {
      subject: `Did you and ${other.name} meet?`,
      blocks: [
        greeting(context),
        paragraph(
          `Your meeting with ${other.name} was planned for ${startFor(context)}. Please tell us how it went; it takes a minute.`,
        ),
        list(...asked(context)),
        button("Answer", context.link("answer")),
        paragraph(
          "If you did not meet, please say so as well. Nobody is blamed, and it helps us find better times.",
        ),
        ...readersOf("answer", role),
      ],
    };
  },
};

function asked(context: LetterContext): string[] {
  const { role, other } = twoPeople(context);
  const { forStudent, forMentor } = questionOf(theMeeting(context).month);
  return [
    "Did you meet?",
    role === "student" ? forStudent : forMentor,
    role === "student"
      ? "What is your next step?"
      : `What is the next step, and is there one thing ${other.name} could do better?`,
  ];
}
