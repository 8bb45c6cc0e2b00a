/** The end of every letter: why it came, who sent it, the way to one's own page, and how to stop it where it can be stopped. */
import type { LetterName } from "../domain/letter-rules.ts";
import type { LetterContext } from "./letter.ts";

/** `links` stand below one another, each with its label. */
export type Footer = {
  why: string;
  sender: string;
  links: readonly { label: string; href: string }[];
};

/** The page asks to sign in where there is no session; a letter that signs in has the way to it already. */
export function footerOf(
  letter: LetterName,
  { school, siteUrl, reader, data }: LetterContext,
  unsubscribe: string | undefined,
): Footer {
  const hasPage = reader.role === "student" || reader.role === "mentor";
  const because = {
    student: "you are a student in",
    mentor: "you are a mentor in",
    administrator: "you run",
    visitor: data.invited === 1 ? "you are invited to" : "somebody gave this address to",
  }[reader.role];
  return {
    why: `You get this mail because ${because} the mentorship program of ${school.name}.`,
    sender: `${school.sender.name}, ${school.sender.address}. A reply to this mail is read there.`,
    links: [
      ...(hasPage && letter !== "sign-in-link"
        ? [{ label: "Your own page", href: `${siteUrl}/${reader.role}` }]
        : []),
      ...(unsubscribe === undefined
        ? []
        : [{ label: "Stop mail that is not about a meeting", href: unsubscribe }]),
    ],
  };
}
