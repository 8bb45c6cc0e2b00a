/** Brings a mentor a student's thanks, in the student's own words. */
import { facts, greeting, paragraph, quote } from "./blocks.ts";
import type { Letter } from "./letter.ts";
import { milestoneInWords, milestoneKindOf } from "./milestone-in-words.ts";
import { missing, twoPeople } from "./two-people.ts";

export const thankYou: Letter = {
  name: "thank-you",
  content: (context) => {
    const { student } = twoPeople(context);
    if (!context.thankYou) throw missing("the student's words");
    return {
      subject: `A thank-you from ${student.name}`,
      blocks: [
        greeting(context),
        paragraph("There is a thank-you for you:"),
        quote(context.thankYou, student.name),
        facts(["The occasion", milestoneInWords[milestoneKindOf(context.data.milestone)].occasion]),
        paragraph(
          "It is kept on your page, where only you can see it. From the program, too: thank you for your time.",
        ),
      ],
    };
  },
};
