/** Reminds both of the meeting; the mentor reads the student's questions, and either can say that something has come up. */
import { choices, greeting, heading, list, paragraph, quote } from "./blocks.ts";
import { capitalized } from "./in-words.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { nextStepInWords } from "./next-step-in-words.ts";
import { theMeeting, theMentorship, twoPeople } from "./two-people.ts";
import { shortStartFor, whenAndWhere } from "./when-and-where.ts";

export const reminder: Letter = {
  name: "reminder",
  content: (context) => {
    const { role, other } = twoPeople(context);
    return {
      subject: `Reminder: ${other.name}, ${shortStartFor(context)}`,
      blocks: [
        greeting(context),
        paragraph(`A reminder of your meeting with ${other.name}:`),
        whenAndWhere(context),
        ...(role === "mentor" ? forMentor(context) : forStudent(context)),
        ...ifSomethingComesUp(context),
      ],
    };
  },
};

/** The two things that can be said in one tap before a meeting. */
export const ifSomethingComesUp = (context: LetterContext): Block[] => [
  paragraph(`If something comes up, tell ${twoPeople(context).other.name} here:`),
  choices(
    { label: "I'm running late", href: context.link("run-late") },
    { label: "I can't make it", href: context.link("call-off") },
  ),
];

function forMentor(context: LetterContext): Block[] {
  const { student } = twoPeople(context);
  const { questions } = theMeeting(context);
  const { nextStep } = theMentorship(context);
  const goals = (student.student?.goals ?? []).filter(({ reachedAt }) => reachedAt === undefined);
  return [
    ...(questions
      ? [heading("What your student would like to ask"), quote(questions, student.name)]
      : goals.length > 0
        ? [
            paragraph("No questions have come in yet. The goals are a good place to begin:"),
            list(...goals.map(({ area, text }) => `${capitalized(area)}: ${text}`)),
          ]
        : [paragraph("No questions have come in yet.")]),
    ...(nextStep ? nextStepInWords(nextStep, student.name) : []),
  ];
}

function forStudent(context: LetterContext): Block[] {
  const { questions } = theMeeting(context);
  return questions ? [heading("What you wanted to ask"), quote(questions, "Your questions")] : [];
}
