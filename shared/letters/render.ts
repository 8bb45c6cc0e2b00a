/** Turns a letter and what it speaks of into a mail's subject, HTML, text and calendar entry. */
import { type LetterName, letterRules } from "../domain/letter-rules.ts";
import { letters } from "./all.ts";
import { type CalendarMethod, calendarEntry } from "./calendar-entry.ts";
import { footerOf } from "./footer.ts";
import type { LetterContext } from "./letter.ts";
import { oneLine } from "./one-line.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";
import { theMeeting, twoPeople } from "./two-people.ts";

export type Rendered = {
  subject: string;
  html: string;
  text: string;
  /** METHOD of the entry and of the MIME part that carries it. */
  calendar?: { method: CalendarMethod; entry: string };
  /** The link that switches optional mail off; present exactly where the letter is optional. */
  unsubscribe?: string;
};

/**
 * Renders one letter for one reader. Makes each link once, so HTML and text carry the same ones.
 * Throws when the context lacks what the letter speaks of.
 */
export function renderLetter(name: LetterName, context: LetterContext): Rendered {
  const content = letters[name].content(context);
  const subject = oneLine(content.subject);
  const unsubscribe = letterRules[name].optional ? context.link("unsubscribe") : undefined;
  const footer = footerOf(name, context, unsubscribe);
  return {
    subject,
    html: renderHtml(subject, content.blocks, footer),
    text: renderText(content.blocks, footer),
    ...(content.calendar && {
      calendar: { method: content.calendar, entry: entryFor(content.calendar, context) },
    }),
    ...(unsubscribe !== undefined && { unsubscribe }),
  };
}

function entryFor(method: CalendarMethod, context: LetterContext): string {
  const { school, siteUrl, now } = context;
  const { student, mentor } = twoPeople(context);
  return calendarEntry({ method, school, siteUrl, meeting: theMeeting(context), student, mentor, now });
}
