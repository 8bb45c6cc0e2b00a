/** An administrator confirms a proposal, as long as the two may still be paired and have room for each other. */
import type { Mentorship } from "../domain/mentorships.ts";
import { mayStillBePaired } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { savePair } from "../records/people.ts";
import { actOnMentorship, type MentorshipActRefusal } from "./act-on-mentorship.ts";
import { takesPlace } from "./matching-request.ts";
import type { Runtime } from "./runtime.ts";
import type { MentorshipScene } from "./scene.ts";
import { tableOf } from "./table-of.ts";

/**
 * `no-room`: since it was proposed, the mentor has less room or the student wishes for fewer mentors, and others stand already;
 * `not-further-along`: the student has caught up with a peer.
 */
export type ConfirmRefusal = MentorshipActRefusal | "no-room" | "not-further-along";

/** What is no proposal any more is answered as the mentorship's life has it: see `actOnMentorship`. */
export const confirmProposal = (runtime: Runtime, id: string): Promise<Result<Mentorship, ConfirmRefusal>> =>
  actOnMentorship(runtime, id, { type: "confirmed", by: "administrator" }, async (scene) => {
    if (!mayStillBePaired(scene.pair)) return refuse("not-further-along");
    if (!(await haveRoom(runtime, scene))) return refuse("no-room");
    // Two confirmations at one moment meet here: the last place is given once.
    return accept(savePair(tableOf(runtime), scene.pair));
  });

/** Other proposals are not counted: the first that are confirmed get the places. */
async function haveRoom(runtime: Runtime, { pair: { student, mentor } }: MentorshipScene): Promise<boolean> {
  const table = tableOf(runtime);
  const [ofStudent, ofMentor] = await Promise.all(
    [student, mentor].map(async ({ id }) =>
      (await loadMentorshipsOf(table, id)).filter((it) => takesPlace(it) && it.state !== "proposed"),
    ),
  );
  const mentors = ofStudent!.filter(({ studentId }) => studentId === student.id).length;
  const students = ofMentor!.filter(({ mentorId }) => mentorId === mentor.id).length;
  return mentors < (student.student?.mentorsWanted ?? 0) && students < (mentor.mentor?.capacity ?? 0);
}
