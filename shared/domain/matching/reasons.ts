/** Why these two: what speaks for a pair, kept as facts so that each reader gets it in words of his or her own. */
import * as z from "zod/mini";
import { lazily } from "../lazily.ts";
import { focusAreas, stages } from "../people.ts";

const areas = lazily(() => z.array(z.enum(focusAreas)));

export const reasonSchema = lazily(() =>
  z.discriminatedUnion("about", [
    /** The mentor can help with areas of the student's goals… */
    z.object({ about: z.literal("goals"), areas }),
    /** …or with others that the student ticked. */
    z.object({ about: z.literal("further-areas"), areas }),
    /** Both named them, in the student's spelling. */
    z.object({ about: z.literal("specialties"), specialties: z.array(z.string()) }),
    /** The mentor works in a specialty that the student wishes for. */
    z.object({ about: z.literal("path"), stage: z.enum(stages) }),
    /** A peer who was at the student's stage so many years ago. */
    z.object({ about: z.literal("years-ahead"), years: z.int(), stage: z.enum(stages) }),
    /** Free time in common in an ordinary week. */
    z.object({ about: z.literal("common-time"), minutes: z.int() }),
  ]),
);
export type Reason = z.infer<typeof reasonSchema>;
