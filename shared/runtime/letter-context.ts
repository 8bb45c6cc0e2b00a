/** Loads what a letter speaks of, and makes the links it carries. */
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Message } from "../domain/messages.ts";
import type { Person, PersonId, Role } from "../domain/people.ts";
import type { LetterContext } from "../letters/letter.ts";
import { addressOf } from "../links/addresses.ts";
import { makeLink } from "../links/link.ts";
import type { Verb } from "../links/verbs.ts";
import { loadWithMeeting } from "../records/meetings.ts";
import { loadThankYou } from "../records/mentorships.ts";
import { loadInvitation, loadPeople } from "../records/people.ts";
import type { Table } from "../records/table.ts";
import { type InHand, nothingInHand } from "./in-hand.ts";
import type { Runtime } from "./runtime.ts";
import { suggestionsFor } from "./suggestions.ts";
import { tableOf } from "./table-of.ts";

export type ReadyLetter = {
  context: LetterContext;
  /** Those that the letter has asked for so far, as its message keeps them. */
  links: Record<string, Verb>;
  email: string;
};

/** Undefined when the person, meeting, mentorship or note is no longer there, what the letter asks for has been said, or suggestions are no longer wished for. */
export async function readyLetter(
  runtime: Runtime,
  message: Message,
  inHand: InHand = nothingInHand(),
): Promise<ReadyLetter | undefined> {
  const table = tableOf(runtime);
  const { meeting, mentorship } = await aboutOf(table, message, inHand);
  if ((message.meetingId && !meeting) || (message.mentorshipId && !mentorship)) return undefined;
  const personId = "personId" in message.to ? message.to.personId : undefined;
  const ids = [...new Set([personId, mentorship?.studentId, mentorship?.mentorId])].flatMap((id) => id ?? []);
  const people = await peopleOf(table, ids, inHand);
  const person = personId === undefined ? undefined : people.get(personId);
  if (personId && !person) return undefined;
  if (isSaid(message, { meeting, mentorship, person })) return undefined;

  const email = person?.email ?? (message.to as { email: string }).email;
  const invitation = person ? undefined : await loadInvitation(table, email);
  const student = mentorship && people.get(mentorship.studentId);
  const mentor = mentorship && people.get(mentorship.mentorId);
  const thankYouId = message.data.thankYouId as string | undefined;
  const thankYou =
    thankYouId && mentorship ? await loadThankYou(table, mentorship.mentorId, thankYouId) : undefined;
  if (thankYouId && !thankYou) return undefined;
  const suggesting = message.letter === "suggestions" && personId !== undefined;
  const suggestions = suggesting ? await suggestionsFor(runtime, personId) : undefined;
  if (suggesting && !suggestions) return undefined;
  const links: ReadyLetter["links"] = {};
  return {
    email,
    links,
    context: {
      school: runtime.school,
      siteUrl: runtime.siteUrl,
      now: runtime.now(),
      reader: {
        name: person?.name ?? invitation?.name ?? "",
        email,
        timeZone: person?.timeZone ?? runtime.school.timeZone,
        role: message.role,
      },
      ...(student ? { student } : person?.student ? { student: person } : {}),
      ...(mentor ? { mentor } : person?.mentor ? { mentor: person } : {}),
      ...(meeting && { meeting }),
      ...(mentorship && { mentorship }),
      ...(thankYou && { thankYou: thankYou.text }),
      ...(suggestions && { suggestions }),
      data: message.data,
      link: (verb) => {
        const { token, hash } = makeLink(message.id, runtime.randomBytes);
        links[hash] = verb;
        return addressOf(runtime.siteUrl, verb, token);
      },
    },
  };
}

/** The pair and the meeting that a message is about. */
async function aboutOf(
  table: Table,
  { mentorshipId, meetingId }: Message,
  inHand: InHand,
): Promise<{ mentorship?: Mentorship | undefined; meeting?: Meeting | undefined }> {
  if (!mentorshipId) return {};
  const mentorship = inHand.mentorships.get(mentorshipId);
  if (mentorship && !meetingId) return { mentorship };
  const meeting = meetingId && inHand.meetings.get(meetingId);
  return mentorship && meeting ? { mentorship, meeting } : loadWithMeeting(table, mentorshipId, meetingId);
}

async function peopleOf(
  table: Table,
  ids: readonly PersonId[],
  { people }: InHand,
): Promise<ReadonlyMap<PersonId, Person>> {
  if (ids.every((id) => people.has(id))) return people;
  return new Map((await loadPeople(table, ids)).map((person) => [person.id, person]));
}

type Asked = {
  meeting?: Meeting | undefined;
  mentorship?: Mentorship | undefined;
  person?: Person | undefined;
};

/** True where the reader has said on his or her own page what a letter that waited would ask for. */
function isSaid({ letter, role, data }: Message, { meeting, mentorship, person }: Asked): boolean {
  switch (letter) {
    case "did-you-meet":
    case "feedback-nudge":
      return meeting?.answers[role as Role] !== undefined;
    case "gratitude-prompt":
      return mentorship?.milestones.find(({ key }) => key === data.key)?.answer !== undefined;
    case "welcome":
      // The one about a pair reminds of the agreement, for which the pair waits.
      return mentorship !== undefined && (mentorship.state !== "agreeing" || person?.agreedAt !== undefined);
    default:
      return false;
  }
}
