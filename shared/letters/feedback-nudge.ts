/** Asks once more, and only once, whether they met. */
import { button, greeting, paragraph } from "./blocks.ts";
import type { Letter } from "./letter.ts";
import { readersOf } from "./readers-of.ts";
import { twoPeople } from "./two-people.ts";
import { startFor } from "./when-and-where.ts";

export const feedbackNudge: Letter = {
  name: "feedback-nudge",
  content: (context) => {
    const { role, other } = twoPeople(context);
    return {
      subject: `Still open: did you and ${other.name} meet?`,
      blocks: [
        greeting(context),
        paragraph(
          `We have not heard from you yet whether your meeting with ${other.name} took place. It was planned for ${startFor(context)}.`,
        ),
        paragraph("A yes or a no is enough. We will not ask again."),
        button("Answer", context.link("answer")),
        ...readersOf("answer", role),
      ],
    };
  },
};
