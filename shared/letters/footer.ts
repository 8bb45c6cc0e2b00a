/** The end of every letter: why it came, who sent it, and how to stop it where it can be stopped. */
import type { LetterContext } from "./letter.ts";

export type Footer = { why: string; sender: string; unsubscribe?: string };

export function footerOf({ school, reader, data }: LetterContext, unsubscribe: string | undefined): Footer {
  return {
    why: {
      student: `You get this mail because you are a student in the mentorship program of ${school.name}.`,
      mentor: `You get this mail because you are a mentor in the mentorship program of ${school.name}.`,
      administrator: `You get this mail because you run the mentorship program of ${school.name}.`,
      visitor:
        data.invited === 1
          ? `You get this mail because you are invited to the mentorship program of ${school.name}.`
          : `You get this mail because somebody gave this address to the mentorship program of ${school.name}.`,
    }[reader.role],
    sender: `${school.sender.name}, ${school.sender.address}. A reply to this mail is read there.`,
    ...(unsubscribe !== undefined && { unsubscribe }),
  };
}

export const unsubscribeLabel = "Stop mail that is not about a meeting";
