/** Tells both that their mentorship has ended, the same to each, without a word on who or why. */
import type { Role } from "../domain/people.ts";
import { type Pairing, studentsChoose } from "../domain/school.ts";
import { isYearOver } from "../domain/school-year.ts";
import { greeting, paragraph } from "./blocks.ts";
import type { Letter } from "./letter.ts";
import { twoPeople } from "./two-people.ts";

const placeIsOpen = (forWhom: string): string =>
  `Your place is open for another student, ${forWhom}. If you would rather pause for a while, reply to this mail.`;

const whatFollows: Readonly<Record<Role, Record<Pairing, string>>> = {
  student: {
    proposed:
      "The people who run the program look for another mentor for you. If you have somebody in mind, reply to this mail.",
    chosen:
      "If you still wish for a mentor, a separate mail brings you others who have a place, and you choose again.",
  },
  mentor: {
    proposed: placeIsOpen("whom the people who run the program may suggest to you"),
    chosen: placeIsOpen("who may choose you"),
  },
};

export const goodbye: Letter = {
  name: "goodbye",
  content: (context) => {
    const { role, other } = twoPeople(context);
    return {
      subject: `Your pairing with ${other.name} has ended`,
      blocks: [
        greeting(context),
        paragraph(
          `Your pairing with ${other.name} has ended. No more meetings will be booked for the two of you, and there is nothing you need to do.`,
        ),
        paragraph(
          context.data.by === undefined
            ? "Not all that it needed was there in time: both accept the program's agreement, and somebody who runs the program approves a mentor from outside the school. So it never began."
            : "This happens, and it says nothing about you. Not every pairing fits, and a good program lets people say so.",
        ),
        ...(isYearOver(context.school, context.now) || context.data.leaves === role
          ? []
          : [paragraph(whatFollows[role][studentsChoose(context.school) ? "chosen" : "proposed"])]),
      ],
    };
  },
};
