/** An administrator confirms a proposal, as long as the two still have room for each other. */
import type { Mentorship } from "../domain/mentorships.ts";
import { type Result, refuse } from "../domain/result.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { actOnMentorship, type MentorshipActRefusal } from "./act-on-mentorship.ts";
import { takesPlace } from "./matching-request.ts";
import type { Runtime } from "./runtime.ts";
import { loadMentorshipScene, type MentorshipScene } from "./scene.ts";
import { tableOf } from "./table-of.ts";

/** `no-room`: since it was proposed, the mentor has less room or the student wishes for fewer mentors, and others stand already. */
export type ConfirmRefusal = MentorshipActRefusal | "no-room";

/** What is no proposal any more is answered as the mentorship's life has it: see `actOnMentorship`. */
export async function confirmProposal(
  runtime: Runtime,
  id: string,
): Promise<Result<Mentorship, ConfirmRefusal>> {
  const scene = await loadMentorshipScene(runtime, id);
  if (scene?.mentorship.state === "proposed" && !(await haveRoom(runtime, scene))) return refuse("no-room");
  return actOnMentorship(runtime, id, { type: "confirmed", by: "administrator" });
}

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
