/** Every reason for which an answer cannot be taken, with the sentence that tells the person. */
import type { OfferRefusal } from "../runtime/accept-offer.ts";
import type { MeetingActRefusal } from "../runtime/act-on-meeting.ts";
import type { PersonActed } from "../runtime/act-on-person.ts";
import type { ChooseRefusal } from "../runtime/choose-mentor.ts";
import type { ThankRefusal } from "../runtime/thank-mentor.ts";

/**
 * `nothing-chosen`: a form without its answer; `not-yet-over`: a meeting cannot be told of before its end;
 * `changed-meanwhile`: the meeting is no longer the one that was shown.
 */
export type AnswerRefusal =
  | MeetingActRefusal
  | OfferRefusal
  | ThankRefusal
  | ChooseRefusal
  | Extract<PersonActed, { ok: false }>["refusal"]
  | "nothing-chosen"
  | "not-yet-over"
  | "changed-meanwhile";

/** `status` is the HTTP status: 422 where the form needs another look, 409 where things have changed, 404 where nothing is left. */
export type RefusalInWords = { status: 404 | 409 | 422; says: string };

export const refusalsInWords: Readonly<Record<AnswerRefusal, RefusalInWords>> = {
  "too-late": { status: 409, says: "It is too late for this: the meeting's time has passed." },
  "not-yet": {
    status: 409,
    says: "It is too early for this. You can say it from three hours before the meeting.",
  },
  "not-possible-now": {
    status: 409,
    says: "This is not possible any more. Here is how things stand now.",
  },
  "slot-not-free": {
    status: 409,
    says: "That time is not free, so nothing was changed. Please choose one of the times below.",
  },
  "someone-was-first": {
    status: 409,
    says: "Somebody was quicker: that time has just been taken. Please choose another one.",
  },
  "changed-meanwhile": {
    status: 409,
    says: "Things have changed since this page was opened, so nothing was done. Here is how they stand now.",
  },
  "mentor-taken": {
    status: 409,
    says: "This mentor has no free place any more, so nobody was asked. Please choose again.",
  },
  "not-further-along": {
    status: 409,
    says: "The student is as far along as you are by now, and a peer mentor must be further along. Please say “Not now”, and the student can choose again.",
  },
  "no-such-meeting": { status: 404, says: "This meeting is no longer there." },
  "no-such-mentorship": { status: 404, says: "This mentorship is no longer there." },
  "no-such-person": { status: 404, says: "The person this link was made for is no longer in the program." },
  "no-such-prompt": { status: 409, says: "There is nothing to answer here any more." },
  "no-next-step": { status: 409, says: "There is no next step to speak of any more." },
  "nothing-written": { status: 422, says: "Nothing is written yet. A sentence is enough." },
  "not-yet-over": {
    status: 409,
    says: "The meeting is still to come. When its time is over, you can say here whether you met.",
  },
  "nothing-chosen": { status: 422, says: "Please choose one of the answers." },
  "too-long": {
    status: 422,
    says: "That is too long: 2,000 characters is the most. What you wrote is still here.",
  },
  "already-thanked": {
    status: 409,
    says: "You have said thanks for this already, so nothing was sent now. What you wrote is still here.",
  },
};
