/** A fresh link in the place of one that had expired. */
import { describeMonth } from "../domain/moments.ts";
import { minute } from "../domain/time.ts";
import { isVerb, verbs } from "../links/verbs.ts";
import { button, greeting, paragraph, small } from "./blocks.ts";
import { capitalized, minutesInWords } from "./in-words.ts";
import type { Block, Letter, LetterContext } from "./letter.ts";
import { readersOf } from "./readers-of.ts";
import { twoPeople } from "./two-people.ts";
import { startFor } from "./when-and-where.ts";

export const freshLink: Letter = {
  name: "fresh-link",
  content: (context) => {
    const verb = String(context.data.verb);
    if (!isVerb(verb))
      throw new Error(`a fresh link was planned for "${verb}", which no link does; a retry does not help`);
    const { lets, lastsFor, once } = verbs[verb];
    return {
      subject: `A fresh link to ${lets}`,
      blocks: [
        greeting(context),
        paragraph(`The link you followed had expired. This one lets you ${lets}.`),
        ...whichMeeting(context),
        button(capitalized(lets), context.link(verb)),
        small(`It works for ${minutesInWords(lastsFor / minute)}${once ? ", once" : ""}.`),
        ...readersOf(verb, String(context.data.role ?? context.reader.role)),
      ],
    };
  },
};

/** Somebody with several pairs must see which meeting is meant, and of which month. */
function whichMeeting(context: LetterContext): Block[] {
  const { meeting } = context;
  if (!meeting) return [];
  const when =
    meeting.startAt === undefined ? ` in ${describeMonth(meeting.month)}` : `: ${startFor(context)}`;
  return [paragraph(`It is about your meeting with ${twoPeople(context).other.name}${when}.`)];
}
