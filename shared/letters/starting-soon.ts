/** A last, short reminder just before a meeting. */
import { greeting, paragraph, quote } from "./blocks.ts";
import type { Letter } from "./letter.ts";
import { ifSomethingComesUp } from "./reminder.ts";
import { theMeeting, twoPeople } from "./two-people.ts";
import { whenAndWhere } from "./when-and-where.ts";

export const startingSoon: Letter = {
  name: "starting-soon",
  content: (context) => {
    const { role, student, other } = twoPeople(context);
    const { questions } = theMeeting(context);
    return {
      subject: `Soon: your meeting with ${other.name}`,
      blocks: [
        greeting(context),
        paragraph(`Your meeting with ${other.name} begins soon.`),
        whenAndWhere(context),
        ...(role === "mentor" && questions ? [quote(questions, `${student.name}'s questions`)] : []),
        ...ifSomethingComesUp(context),
      ],
    };
  },
};
