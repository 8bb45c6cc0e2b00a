/** Asks a reader who has not accepted the school's agreement to do so. */
import { button, heading, paragraph } from "./blocks.ts";
import type { Block, LetterContext } from "./letter.ts";
import { twoPeople } from "./two-people.ts";

/** For a letter about a pair: nothing when the reader has accepted already. */
export function agreementIfOpen(context: LetterContext): Block[] {
  const { me, other } = twoPeople(context);
  if (me.agreedAt !== undefined) return [];
  return [
    heading("One thing is needed first"),
    paragraph(
      `Everybody in the program accepts its agreement before the first meeting. Yours is still open; meetings with ${other.name} are booked once both of you have accepted.`,
    ),
    button("Accept the agreement", context.link("accept-agreement")),
  ];
}
