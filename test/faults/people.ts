/** The people of the story: they open their mail at fixed times and press its buttons, and press again when a page does not answer. */
import { type Answers, fillIn } from "../../infra/local/cast/form.ts";
import { openMail } from "../../infra/local/cast/mail-in-hand.ts";
import type { World } from "../../infra/local/world.ts";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import { type Instant, minute } from "../../shared/domain/time.ts";
import type { Verb } from "../../shared/links/verbs.ts";

export type Act = {
  at: Instant;
  /** The beginning of an address. */
  who: string;
  /** The mail in which they look for the link; not an older one than `since`. */
  letter: LetterName;
  since?: Instant;
  /** A name in its subject. */
  about?: string;
  verb: Verb;
  answers?: Answers;
};

/** `form` is what was sent before without an answer: pressing again sends the same once more. */
export type Pending = { at: Instant; act: Act; tries: number; form?: string };

const pressAgainAfter = 3 * minute;
const lookAgainAfter = 10 * minute;
const patience = 10;

/** The mailbox that people look into, and the pages that they open. */
type Reach = Pick<World, "runtime" | "now" | "mailbox" | "request">;

/** Does it, or says when to try again. `refused`: the page was there and would not. */
export async function doAct(
  world: Reach,
  { act, tries, form: sent }: Pending,
): Promise<Pending | "done" | "refused" | "given up"> {
  const again = (wait: number, form = sent): Pending | "given up" =>
    tries + 1 >= patience
      ? "given up"
      : { at: world.now() + wait, act, tries: tries + 1, ...(form !== undefined && { form }) };
  const mail = world.mailbox.findLast(
    (it) =>
      it.to.startsWith(act.who) &&
      it.tags.letter === act.letter &&
      it.at >= (act.since ?? 0) &&
      it.subject.includes(act.about ?? ""),
  );
  if (!mail) return again(lookAgainAfter);
  const url = (await openMail(world, mail)).links.get(act.verb)?.url;
  // The table does not know the mail's link any more.
  if (!url) return "refused";
  const form = sent ?? (await filledIn(world, url, act.answers ?? {}));
  if (form === "no answer") return again(pressAgainAfter);
  if (form === "no form") return "refused";
  const response = await world.request(
    new Request(url, {
      method: "POST",
      body: form,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      redirect: "manual",
    }),
  );
  if (response.status >= 500) return again(pressAgainAfter, form);
  return response.ok ? "done" : "refused";
}

async function filledIn(world: Pick<World, "request">, url: string, answers: Answers): Promise<string> {
  const page = await world.request(new Request(url));
  if (page.status >= 500) return "no answer";
  return fillIn(await page.text(), answers)?.toString() ?? "no form";
}
