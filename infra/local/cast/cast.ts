/** The people of a rehearsal: they read their mail when they get to it, open its links and answer, each by temperament. */
import type { Meeting } from "../../../shared/domain/meetings.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { loadMeeting } from "../../../shared/records/meetings.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import type { Mail } from "../ses/mailbox.ts";
import type { World } from "../world.ts";
import { fillIn } from "./form.ts";
import { type Deed, habits } from "./habits.ts";
import { type MailInHand, openMail } from "./mail-in-hand.ts";
import { temperamentOf } from "./temperament.ts";

type Plan = { at: Instant; order: number; act: () => Promise<void> };

export type Cast = {
  /** When somebody does something next. */
  nextAt: () => Instant | undefined;
  /** Everybody does what he or she meant to do by now. */
  act: () => Promise<void>;
  /** How many answers were given, by verb. */
  readonly answers: ReadonlyMap<Verb, number>;
};

/** Gives every mail of the world to a reader. The same seed and the same mails give the same answers. */
export function startCast(world: World, seed: string): Cast {
  const plans: Plan[] = [];
  const answers = new Map<Verb, number>();
  let order = 0;
  const plan = (at: Instant, act: Plan["act"]): void => {
    plans.push({ at: Math.max(at, world.now()), order: order++, act });
    plans.sort((one, other) => one.at - other.at || one.order - other.order);
  };
  const use = async (inHand: MailInHand, { verb, answers: given }: Deed): Promise<void> => {
    const url = inHand.links.get(verb)?.url;
    if (url && (await answer(world, url, given))) answers.set(verb, (answers.get(verb) ?? 0) + 1);
  };
  const read = async (mail: Mail): Promise<void> => {
    const inHand = await openMail(world, mail);
    const link = inHand.links.values().next().value?.link;
    if (!link || (link.role !== "student" && link.role !== "mentor")) return;
    const meeting = link.meetingId ? await loadMeeting(tableOf(world.runtime), link.meetingId) : undefined;
    const situation = {
      role: link.role,
      person: temperamentOf(seed, mail.to),
      together: temperamentOf(seed, pairName(meeting, link.mentorshipId)),
      meeting,
      readAt: world.now(),
    };
    for (const deed of habits[inHand.letter](situation)) plan(deed.at, () => use(inHand, deed));
  };
  world.onMail((mail) => plan(mail.at + temperamentOf(seed, mail.to).readsAfter(mail.id), () => read(mail)));
  return {
    nextAt: () => plans[0]?.at,
    act: async () => {
      while (plans[0] && plans[0].at <= world.now()) await plans.shift()!.act();
    },
    answers,
  };
}

const pairName = (meeting: Meeting | undefined, mentorshipId: string | undefined): string =>
  meeting?.mentorshipId ?? mentorshipId ?? "alone";

/** Opens a link, as mail scanners do too, and sends its form. True when the page took the answer. */
async function answer(world: World, url: string, given: Deed["answers"]): Promise<boolean> {
  const page = await world.request(new Request(url));
  const form = page.ok ? fillIn(await page.text(), given) : undefined;
  if (!form) return false;
  const response = await world.request(
    new Request(url, {
      method: "POST",
      body: form.toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      redirect: "manual",
    }),
  );
  return response.status < 400;
}
