/** Why these two, in words that are right for whoever reads them: the student, the mentor, or an administrator. */
import type { Reason } from "../domain/matching/reasons.ts";
import type { Role, Stage } from "../domain/people.ts";
import { listInWords, stageInWords } from "./in-words.ts";

export type ReasonReader = Role | "administrator";

/** One line for each, without a full stop, in the order in which the matching counts them. */
export const reasonsInWords = (reasons: readonly Reason[], reader: ReasonReader): string[] =>
  reasons.map((reason) => reasonInWords(reason, reader));

function reasonInWords(reason: Reason, reader: ReasonReader): string {
  const canHelp = reader === "mentor" ? "You can help" : "Can help";
  const you = reader === "student" ? "you" : "the student";
  switch (reason.about) {
    case "goals": {
      const goals = reader === "student" ? "your goals" : "the student's goals";
      return `${canHelp} with ${listInWords(reason.areas)}, ${numbers[reason.areas.length]} of ${goals}`;
    }
    case "further-areas":
      return `${canHelp} with ${listInWords(reason.areas)}, which ${you} also asked for`;
    case "specialties":
      return `${reader === "administrator" ? "Both" : "You both"} chose ${listInWords(reason.specialties)}`;
    case "path":
      return `${who(reader, reason.stage, "")} in a field that ${reader === "student" ? "draws you" : "draws the student"}`;
    case "years-ahead": {
      const ago = reason.years === 1 ? "a year ago" : `${numbers[reason.years]} years ago`;
      const sits = reader === "student" ? "you are" : "the student is";
      return `${who(reader, reason.stage, " who")} stood where ${sits} ${ago}`;
    }
    case "common-time":
      return `${reader === "administrator" ? "They" : "You"} share ${hoursAndMinutes(reason.minutes)} of free time a week`;
  }
}

/** A mentor is told about himself or herself. */
function who(reader: ReasonReader, stage: Stage, link: string): string {
  const title = stageInWords(stage);
  if (reader !== "mentor") return `${stage === "attending" ? "An" : "A"} ${title}${link}`;
  return link === "" ? `You are ${stage === "attending" ? "an" : "a"} ${title}` : "You";
}

const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven"];

const hoursAndMinutes = (minutes: number): string =>
  [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : "", minutes % 60 > 0 ? `${minutes % 60} min` : ""]
    .filter((part) => part !== "")
    .join(" ");
