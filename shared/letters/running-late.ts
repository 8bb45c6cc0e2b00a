/** Tells one of the two that the other is running late, and by how much. */
import { describeMoment } from "../domain/moments.ts";
import { minute } from "../domain/time.ts";
import { facts, greeting, paragraph } from "./blocks.ts";
import { counted } from "./in-words.ts";
import type { Letter } from "./letter.ts";
import { theNumber, theStart, twoPeople } from "./two-people.ts";
import { startFor, whereRows } from "./when-and-where.ts";

export const runningLate: Letter = {
  name: "running-late",
  content: (context) => {
    const { other } = twoPeople(context);
    const late = theNumber(context, "minutes");
    return {
      subject: `${other.name} is running about ${counted(late, "minute")} late`,
      blocks: [
        greeting(context),
        paragraph(
          `${other.name} is running about ${counted(late, "minute")} late. Your meeting still takes place.`,
        ),
        facts(
          ["Expected", describeMoment(theStart(context) + late * minute, context.reader.timeZone)],
          ["Planned", startFor(context)],
          ...whereRows(context),
        ),
      ],
    };
  },
};
