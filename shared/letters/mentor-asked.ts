/** Asks a mentor whether he or she takes on a student who has chosen him or her; a no needs no reason. */
import { offerEndsAt } from "../domain/mentorships.ts";
import { describeMoment } from "../domain/moments.ts";
import { button, choices, greeting, heading, list, paragraph, small } from "./blocks.ts";
import type { Letter } from "./letter.ts";
import { aboutStudent } from "./paired.ts";
import { reasonsInWords } from "./reasons-in-words.ts";
import { theMentorship, twoPeople } from "./two-people.ts";

export const mentorAsked: Letter = {
  name: "mentor-asked",
  content: (context) => {
    const { student } = twoPeople(context);
    const mentorship = theMentorship(context);
    const { reasons } = mentorship;
    const until = describeMoment(offerEndsAt(mentorship, context.school), context.reader.timeZone);
    return {
      subject: `${student.name} would like you as a mentor`,
      blocks: [
        greeting(context),
        paragraph(`${student.name} has chosen you from a list of mentors who would suit.`),
        ...aboutStudent(student),
        ...(reasons.length === 0
          ? []
          : [heading("Why the two of you"), list(...reasonsInWords(reasons, "mentor"))]),
        button("Accept", context.link("accept-student")),
        choices({ label: "Not now", href: context.link("not-now") }),
        small(
          `A place is kept for ${student.name} until ${until}. “Not now” needs no reason, and nobody is blamed; without an answer the student gets other suggestions. If you grade or assess this student, please say “Not now”.`,
        ),
      ],
    };
  },
};
