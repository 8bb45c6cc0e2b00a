/** The link with which somebody opens his or her own page. */
import { minute } from "../domain/time.ts";
import { verbs } from "../links/verbs.ts";
import { button, greeting, paragraph, small } from "./blocks.ts";
import { minutesInWords } from "./in-words.ts";
import type { Letter } from "./letter.ts";

export const signInLink: Letter = {
  name: "sign-in-link",
  content: (context) => ({
    subject: "Your link to sign in",
    blocks: [
      greeting(context),
      paragraph(
        `Here is your link to open your page. It works once, for ${minutesInWords(verbs["sign-in"].lastsFor / minute)}, in the browser in which you asked for it.`,
      ),
      button("Open my page", context.link("sign-in")),
      small("You did not ask for this? You can ignore it. In any other browser the link opens nothing."),
    ],
  }),
};
