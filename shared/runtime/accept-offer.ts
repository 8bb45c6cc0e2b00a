/** A mentor takes on the student who has chosen him or her. */
import type { Mentorship } from "../domain/mentorships.ts";
import { mayStillBePaired } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { savePair } from "../records/people.ts";
import { actOnMentorship, type MentorshipActRefusal } from "./act-on-mentorship.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

/** `not-further-along`: the student has caught up with a peer since. */
export type OfferRefusal = MentorshipActRefusal | "not-further-along";

/** Whoever accepts the agreement at the same moment does so before or after: the pair that misses nothing is active. */
export const acceptOffer = (runtime: Runtime, id: string): Promise<Result<Mentorship, OfferRefusal>> =>
  actOnMentorship(runtime, id, { type: "accepted", by: "mentor" }, async ({ pair }) =>
    mayStillBePaired(pair) ? accept(savePair(tableOf(runtime), pair)) : refuse("not-further-along"),
  );
