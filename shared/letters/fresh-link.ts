/** A fresh link in the place of one that had expired. */
import { minute } from "../domain/time.ts";
import { isVerb, verbs } from "../links/verbs.ts";
import { button, greeting, paragraph, small } from "./blocks.ts";
import { capitalized, minutesInWords } from "./in-words.ts";
import type { Letter } from "./letter.ts";
import { readersOf } from "./readers-of.ts";

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
        button(capitalized(lets), context.link(verb)),
        small(`It works for ${minutesInWords(lastsFor / minute)}${once ? ", once" : ""}.`),
        ...readersOf(verb, context.reader.role),
      ],
    };
  },
};
