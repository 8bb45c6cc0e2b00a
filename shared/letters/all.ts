/** Every letter the school sends, by name. */
import type { LetterName } from "../domain/letter-rules.ts";
import { calledOff } from "./called-off.ts";
import { didYouMeet } from "./did-you-meet.ts";
import { feedbackNudge } from "./feedback-nudge.ts";
import { freshLink } from "./fresh-link.ts";
import { goodbye } from "./goodbye.ts";
import { gratitudePrompt } from "./gratitude-prompt.ts";
import { invite } from "./invite.ts";
import type { Letter } from "./letter.ts";
import { mentorAsked } from "./mentor-asked.ts";
import { moved } from "./moved.ts";
import { noCommonTime } from "./no-common-time.ts";
import { paired } from "./paired.ts";
import { prepare } from "./prepare.ts";
import { reminder } from "./reminder.ts";
import { runningLate } from "./running-late.ts";
import { signInLink } from "./sign-in-link.ts";
import { signUpLink } from "./sign-up-link.ts";
import { startingSoon } from "./starting-soon.ts";
import { suggestions } from "./suggestions.ts";
import { thankYou } from "./thank-you.ts";
import { welcome } from "./welcome.ts";

export const letters: Readonly<Record<LetterName, Letter>> = {
  "sign-up-link": signUpLink,
  "sign-in-link": signInLink,
  "fresh-link": freshLink,
  welcome,
  suggestions,
  "mentor-asked": mentorAsked,
  paired,
  goodbye,
  invite,
  moved,
  "called-off": calledOff,
  "no-common-time": noCommonTime,
  prepare,
  reminder,
  "starting-soon": startingSoon,
  "running-late": runningLate,
  "did-you-meet": didYouMeet,
  "feedback-nudge": feedbackNudge,
  "gratitude-prompt": gratitudePrompt,
  "thank-you": thankYou,
};
