/** A student's suggestions: the mentors who suit best and have a place, with the reasons, and a button to choose one. */
import { type Suggestion, suggestionsMax } from "../domain/matching/suggestions.ts";
import { offerDays } from "../domain/mentorships.ts";
import { isYearOver } from "../domain/school-year.ts";
import { button, greeting, heading, list, paragraph, small } from "./blocks.ts";
import { capitalized, counted, kindInWords, stageInWords } from "./in-words.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { missing } from "./two-people.ts";

export const suggestions: Letter = {
  name: "suggestions",
  content: (context) => {
    if (!context.suggestions) throw missing("suggestions");
    if (isYearOver(context.school, context.now))
      return {
        subject: "The school year is over",
        blocks: [
          greeting(context),
          ...whatWasBefore(context),
          paragraph("The school year is over, and nobody can be chosen before the next one."),
        ],
      };
    const best = context.suggestions.slice(0, suggestionsMax);
    return best.length > 0
      ? {
          subject: "Choose your mentor",
          blocks: [
            greeting(context),
            ...whatWasBefore(context),
            paragraph(
              best.length === 1
                ? "This mentor suits you and has a place for you:"
                : "These mentors suit you and have a place for you, the best match first:",
            ),
            ...best.flatMap(aboutSuggestion),
            button("Choose your mentor", context.link("choose-mentor")),
            small(
              `We ask the mentor you choose. If he or she cannot take you on now, or does not answer in ${counted(offerDays, "day")}, you get the next suggestions.`,
            ),
          ],
        }
      : {
          subject: "No mentor to suggest right now",
          blocks: [
            greeting(context),
            ...whatWasBefore(context),
            paragraph(
              "Right now there is nobody else with a free place who shares free time with you. The people who run the program see this and go on looking.",
            ),
            paragraph("More free time helps most: you can add it on your own page at any time."),
            button("See whom you can choose", context.link("choose-mentor")),
          ],
        };
  },
};

/** After an offer that came to nothing; the same words whether it was a no or no answer. A pair that has ended had its goodbye. */
function whatWasBefore({ mentorship, mentor }: LetterContext): Block[] {
  if (!mentor || !mentorship || mentorship.confirmedAt !== undefined) return [];
  if (mentorship.state !== "declined" && mentorship.state !== "lapsed") return [];
  return [
    paragraph(
      `It did not work out with ${mentor.name} this time. That happens, and it says nothing about you.`,
    ),
  ];
}

const aboutSuggestion = ({ mentor: { name, mentor }, reasons }: Suggestion): Block[] => [
  heading(name),
  paragraph(`${capitalized(stageInWords(mentor.stage))}, ${kindInWords[mentor.kind]}.`),
  list(...reasonsInWords(reasons, "student")),
];
