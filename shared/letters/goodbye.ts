/** Tells both that their mentorship has ended, the same to each, without a word on who or why. */
import { greeting, paragraph } from "./blocks.ts";
import type { Letter } from "./letter.ts";
import { twoPeople } from "./two-people.ts";

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
            ? "The program's agreement was not accepted by both of you in time, so the pairing never began."
            : "This happens, and it says nothing about you. Not every pairing fits, and a good program lets people say so.",
        ),
        paragraph(
          role === "student"
            ? "The people who run the program look for another mentor for you. If you have somebody in mind, reply to this mail."
            : "Your place is open for another student, whom the people who run the program may suggest to you. If you would rather pause for a while, reply to this mail.",
        ),
      ],
    };
  },
};
