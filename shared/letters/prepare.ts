/** Asks the student for the questions to bring, and what became of the last next step. */
import type { NextStep } from "../domain/mentorships.ts";
import { button, choices, greeting, heading, paragraph, quote } from "./blocks.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { nextStepQuoted } from "./next-step-in-words.ts";
import { readersOf } from "./readers-of.ts";
import { tipOf } from "./tips.ts";
import { theMeeting, theMentorship, twoPeople } from "./two-people.ts";
import { whenAndWhere } from "./when-and-where.ts";

export const prepare: Letter = {
  name: "prepare",
  content: (context) => {
    const { mentor } = twoPeople(context);
    const { questions, month } = theMeeting(context);
    const { nextStep, lineForStudent } = theMentorship(context);
    return {
      subject: `What would you like to ask ${mentor.name}?`,
      blocks: [
        greeting(context),
        paragraph(`Your meeting with ${mentor.name} is coming up:`),
        whenAndWhere(context),
        ...askForQuestions(context, questions),
        ...askAboutNextStep(nextStep),
        ...(lineForStudent
          ? [heading("A line from your mentor for you"), quote(lineForStudent, mentor.name)]
          : []),
        heading("A tip for this month"),
        paragraph(tipOf(month, context.school.schoolYear.from)),
        ...readersOf("prepare", "student"),
        choices(
          { label: "Another time", href: context.link("move") },
          { label: "I can't make it", href: context.link("call-off") },
        ),
      ],
    };
  },
};

function askForQuestions(context: LetterContext, questions: string | undefined): Block[] {
  if (questions)
    return [
      quote(questions, "Your questions so far"),
      button("Change my questions", context.link("prepare")),
    ];
  return [
    paragraph(
      "What do you want to know, or think through together? Two or three questions, written down now, make the meeting a better one.",
    ),
    button("Write down my questions", context.link("prepare")),
  ];
}

/** Only while nothing has been said about it. */
function askAboutNextStep(nextStep: NextStep | undefined): Block[] {
  if (!nextStep || nextStep.outcome) return [];
  return [
    heading("Your last next step"),
    nextStepQuoted(nextStep),
    paragraph(
      "On the same page you can say what became of it: done, not yet, or decided otherwise. Each is a fine answer.",
    ),
  ];
}
