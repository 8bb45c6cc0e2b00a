/** Tells two people that they are a pair: who the other is, why these two, and how to say no without blame. */
import { monthOf } from "../domain/calendar.ts";
import { describeDayAt, describeMonth } from "../domain/moments.ts";
import type { Person } from "../domain/people.ts";
import { nextToOpen, opensAt } from "../domain/school-year.ts";
import { agreementIfOpen } from "./agreement.ts";
import { choices, facts, greeting, heading, list, paragraph, small } from "./blocks.ts";
import { capitalized, kindInWords, listInWords, stageInWords } from "./in-words.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { missing, theMentorship, twoPeople } from "./two-people.ts";

export const paired: Letter = {
  name: "paired",
  content: (context) => {
    const { role, student, mentor, other } = twoPeople(context);
    const { reasons, offeredAt } = theMentorship(context);
    // A student who has chosen, and a mentor who has accepted, know how they were found.
    const here = offeredAt === undefined ? "We have found you" : "You have";
    return {
      subject: role === "student" ? `Your mentor: ${mentor.name}` : `Your student: ${student.name}`,
      blocks: [
        greeting(context),
        paragraph(
          role === "student" ? `${here} a mentor: ${mentor.name}.` : `${here} a student: ${student.name}.`,
        ),
        ...(role === "student" ? aboutMentor(mentor) : aboutStudent(student)),
        ...(reasons.length === 0
          ? []
          : [heading("Why the two of you"), list(...reasonsInWords(reasons, role))]),
        ...agreementIfOpen(context),
        heading("What comes next"),
        paragraph(
          `There is nothing you need to arrange. For every month we book a time that suits you and ${other.name}, and you get an invitation.${whenItBegins(context)}`,
        ),
        choices({ label: "Not for me", href: context.link("not-for-me") }),
        small(
          `If this pairing is not right for you, say so; you don't need a reason. Nobody is told why, nobody is blamed, and we look again.${
            role === "mentor" ? " If you grade or assess this student, say so there." : ""
          }`,
        ),
      ],
    };
  },
};

/** Before the first month of the school year opens; afterwards the first meeting is booked at once, or with the next month. */
function whenItBegins({ school, now, reader }: LetterContext): string {
  const first = monthOf(school.schoolYear.from);
  return nextToOpen(school, now) === first
    ? ` The first month, ${describeMonth(first)}, opens on ${describeDayAt(opensAt(school, first), reader.timeZone)}.`
    : "";
}

function aboutMentor({ name, mentor }: Person): Block[] {
  if (!mentor) throw missing("the mentor's profile");
  return [
    facts(
      ["Name", name],
      ["Who", `${capitalized(stageInWords(mentor.stage))}, ${kindInWords[mentor.kind]}`],
      ...fact("Fields", mentor.specialties),
      ...fact("Can help with", mentor.focus),
      ...(mentor.place.trim() === "" ? [] : ([["Where you meet", mentor.place.trim()]] as const)),
    ),
  ];
}

/** Stage, fields and goals of a student, for a mentor. */
export function aboutStudent({ name, student }: Person): Block[] {
  if (!student) throw missing("the student's profile");
  return [
    facts(
      ["Name", name],
      ["Who", capitalized(stageInWords(student.stage))],
      ...fact("Drawn to", student.specialties),
      ...fact("Would like help with", student.focus),
    ),
    heading("The student's goals, in his or her own words"),
    list(...student.goals.map(({ area, text }) => `${capitalized(area)}: ${text}`)),
  ];
}

const fact = (label: string, values: readonly string[]): (readonly [string, string])[] =>
  values.length === 0 ? [] : [[label, capitalized(listInWords(values))]];
