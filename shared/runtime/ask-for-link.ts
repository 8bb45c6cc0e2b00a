/** Somebody types an address and is sent a link: to sign in when the address is known, to sign up or the ways on when it may join, nothing otherwise. */
import { emailIdentity, type Role } from "../domain/people.ts";
import { isAdministrator, mayJoin } from "../domain/school.ts";
import { minute } from "../domain/time.ts";
import type { Link } from "../links/link.ts";
import { sha256 } from "../records/keys.ts";
import { loadInvitation, loadPersonByEmail } from "../records/people.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";
import { letterToAddress, letterToPerson, writeLetter } from "./write-letter.ts";

/**
 * The caller answers the same whatever happens here, so that nobody learns whose address is known.
 * `browserToken` is a secret of the asking browser; the sign-in link works only where it is kept.
 * Without a `role`, who is not known is told how to sign in with another address and how to join.
 * One address gets at most one link of a kind within a minute.
 */
export async function askForLink(
  runtime: Runtime,
  email: string,
  role: Role | undefined,
  browserToken: string,
): Promise<void> {
  const address = email.trim();
  const table = tableOf(runtime);
  const person = await loadPersonByEmail(table, address);
  const occasion = String(Math.floor(runtime.now() / minute));
  if (person || isAdministrator(runtime.school, address)) {
    const about = { letter: "sign-in-link", occasion, data: { browser: sha256(browserToken) } } as const;
    const asWhom = person?.student ? "student" : "mentor";
    await writeLetter(
      runtime,
      person
        ? letterToPerson(runtime, about, person, asWhom)
        : letterToAddress(runtime, about, emailIdentity(address), "administrator"),
    );
    return;
  }
  const invitation = await loadInvitation(table, address);
  if (!invitation && !mayJoin(runtime.school, address)) return;
  const joinsAs = invitation?.role ?? role;
  const about = joinsAs
    ? ({ letter: "sign-up-link", occasion, data: { role: joinsAs } } as const)
    : ({ letter: "sign-up-link", occasion: `${occasion}-ways-on`, data: {} } as const);
  await writeLetter(runtime, letterToAddress(runtime, about, address, "visitor"));
}

/** A fresh link in place of one that has expired, sent to the same person for the same purpose; at most one in ten minutes. */
export async function sendFreshLink(runtime: Runtime, link: Link): Promise<void> {
  const data = { ...link.data, verb: link.verb };
  const about = {
    letter: link.verb === "sign-up" ? "sign-up-link" : "fresh-link",
    occasion: `${link.hash}-${Math.floor(runtime.now() / (10 * minute))}`,
    data,
  } as const;
  const message = link.email
    ? letterToAddress(runtime, about, link.email, "visitor")
    : {
        ...letterToAddress(runtime, about, "", "visitor"),
        to: { personId: link.personId! },
        role: link.role,
      };
  await writeLetter(runtime, {
    ...message,
    ...(link.meetingId && { meetingId: link.meetingId }),
    ...(link.mentorshipId && { mentorshipId: link.mentorshipId }),
  });
}
