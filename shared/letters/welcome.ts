/** Welcomes somebody to the program: how a month goes, what is asked of a mentor, the agreement, and who helps in hard times. */
import { describeDayAt } from "../domain/moments.ts";
import { agreementIfOpen } from "./agreement.ts";
import { button, greeting, heading, list, paragraph, small } from "./blocks.ts";
import { counted } from "./in-words.ts";
import type { Block, Content, Letter, LetterContext } from "./letter.ts";
import { mentorResponsibilities } from "./mentor-responsibilities.ts";

export const welcome: Letter = {
  name: "welcome",
  content: (context) => (context.mentorship?.state === "agreeing" ? stillOpen(context) : firstWords(context)),
};

/** Again, once there is a pair that waits for it. */
const stillOpen = (context: LetterContext): Content => ({
  subject: "Still open: the agreement of the mentorship program",
  blocks: [greeting(context), ...agreementIfOpen(context), ...agreementText(context)],
});

const firstWords = (context: LetterContext): Content => ({
  subject: `Welcome to the mentorship program of ${context.school.name}`,
  blocks: [
    greeting(context),
    paragraph(
      `${
        context.reader.role === "mentor"
          ? "Welcome, and thank you for giving your time."
          : "Welcome! We are glad you are here."
      } You will not have to organize anything; here is how it works.`,
    ),
    heading("How a month goes"),
    list(...month(context)),
    ...(isMentor(context) ? responsibilities : []),
    ...agreement(context),
    ...support(context),
  ],
});

/** A peer mentor is welcomed as a student, and is asked the same of as every mentor. */
const isMentor = ({ reader, mentor }: LetterContext): boolean =>
  reader.role === "mentor" || mentor?.email === reader.email;

function month({ school, reader }: LetterContext): string[] {
  const { prepareDaysBefore } = school.reminders;
  const days = counted(prepareDaysBefore, "day");
  const other = reader.role === "mentor" ? "student" : "mentor";
  return [
    `Before the month begins, we find a time when you and your ${other} are both free, and book it. Both of you get an invitation. The time stands unless one of you moves it.`,
    reader.role === "mentor"
      ? `Your student writes down questions ${days} ahead. You find them in your reminder.`
      : `We ask you for your questions ${days} ahead. Your mentor gets them with the reminder.`,
    "If you can't make it or are running late, say so with one tap from the reminder. Nobody asks why.",
    "Afterward, we ask both of you whether you met. It takes a minute.",
  ];
}

const responsibilities: readonly Block[] = [
  heading("What we ask of you as a mentor"),
  list(...mentorResponsibilities),
];

const agreementText = ({ school }: LetterContext): Block[] => [
  heading("The agreement"),
  ...school.agreement.split(/\n\s*\n/).map((part) => paragraph(part.trim())),
];

function agreement(context: LetterContext): Block[] {
  const person = context.reader.role === "mentor" ? context.mentor : context.student;
  const text = agreementText(context);
  if (person?.agreedAt !== undefined)
    return [
      ...text,
      small(`You accepted this agreement on ${describeDayAt(person.agreedAt, context.reader.timeZone)}.`),
    ];
  return [
    ...text,
    paragraph("Before your first meeting is booked, please accept it."),
    button("Accept the agreement", context.link("accept-agreement")),
  ];
}

const support = ({ school, reader }: LetterContext): Block[] => [
  heading("When things get hard"),
  paragraph(
    reader.role === "mentor"
      ? "You are a mentor, not the only help there is. When a student needs more, point to the school's own services:"
      : "A mentor is there for a lot, not for everything. The school's own services are there for you, too:",
  ),
  list(...school.supportServices.map(({ name, contact }) => `${name}: ${contact}`)),
];
