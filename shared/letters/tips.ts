/** Ten tips on getting the most out of a mentor, one for each month of a school year. */
import type { CivilDate, Month } from "../domain/time.ts";

export const tips = [
  "Begin with where you stand. One minute on what has happened since you last met saves ten minutes of guessing.",
  "Bring one decision you have not made yet. Advice is easiest to give, and to use, before the choice.",
  'Ask how, not only what. "How did you decide between the two?" teaches you more than "Which one is better?"',
  "Say what you have tried already. It shows your mentor where to start, and you are often further along than you think.",
  "Talk about one thing that did not go well. A mentor who hears only good news has little to work with.",
  "When a piece of advice does not fit, say so and say why. The second suggestion is usually the better one.",
  "Write down one next step before you part, small enough to be done by the time you meet again.",
  "Ask whom else you should talk to. A mentor's introduction opens doors that a cold mail does not.",
  "Ask for one thing you could do better, then only listen. You can decide later what to make of it.",
  "Look at your goals together. Those that no longer matter to you may go, and new ones may take their place.",
] as const;

/** The tip of a month, counted from the month in which the school year begins; after ten months they begin anew. */
export function tipOf(month: Month, yearBegins: CivilDate): string {
  const index = (monthsOf(month) - monthsOf(yearBegins)) % tips.length;
  return tips.at(index)!;
}

const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
