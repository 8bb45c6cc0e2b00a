/** A small school for stories: two mentors, three students, a roster in, and hands to open mails and press buttons. */
import { type Answers, fillIn } from "../../infra/local/cast/form.ts";
import { openMail } from "../../infra/local/cast/mail-in-hand.ts";
import { functions } from "../../infra/local/functions.ts";
import { readMail } from "../../infra/local/read-mail.ts";
import type { Mail } from "../../infra/local/ses/mailbox.ts";
import { openWorld, type World, type WorldOptions } from "../../infra/local/world.ts";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { Verb } from "../../shared/links/verbs.ts";
import { listMeetings } from "../../shared/records/meetings.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { importRoster } from "../../shared/runtime/import-roster.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork, newYorkTime } from "../domain/lifecycle/a-life.ts";
import { school } from "../local/small-world.ts";

export const siteUrl = "https://riverside.mentor-rounds.example";

/** One student and one mentor who share Monday and Thursday evenings, in two zones. */
export const onePair = `role,name,email,kind,stage,specialties,focus,capacity,time_zone,free,away,goals,place
student,Wei Adeyemi,wei@riverside.example.edu,,MS2,pediatrics,research,1,America/New_York,Mon 17:00-19:00; Thu 17:00-19:00,,research: Get a first project to a poster,
mentor,Priya Lund,priya@riverside.example.edu,faculty,attending,pediatrics,research,2,America/Chicago,Mon 16:00-18:00; Thu 16:00-17:00,,,"Room 4.12, Education Building"
`;

export type Story = World & {
  /** Moves the clock to a wall time in New York. */
  until: (wallTime: string) => Promise<void>;
  /** The newest mail of a letter to somebody, by the beginning of the address. */
  mail: (who: string, letter: LetterName) => Mail;
  /** Every mail since the last call: `2026-12-09 17:00 reminder → wei`. */
  post: () => string[];
  /** Opens a link of a mail and shows the page's heading. */
  look: (who: string, letter: LetterName, verb: Verb) => Promise<string>;
  /** Opens a link of a mail, fills the form in and sends it; the status and the page that comes of it. */
  press: (
    who: string,
    letter: LetterName,
    verb: Verb,
    answers?: Answers,
  ) => Promise<{ status: number; page: string }>;
  calendarOf: (who: string, letter: LetterName) => Promise<string>;
};

/** Opens a school with this roster on a Friday in November, nobody paired yet. */
export async function openStory(roster: string, options: Partial<WorldOptions> = {}): Promise<Story> {
  const world = await openWorld({
    school,
    siteUrl,
    seed: "story",
    startAt: inNewYork("2026-11-13 09:00"),
    functions,
    ...options,
  });
  const people = readRoster(new TextEncoder().encode(roster), school);
  if (!people.ok) throw new Error(people.refusal.map(({ sentence }) => sentence).join("\n"));
  await importRoster(world.runtime, people.value);
  await world.settle();
  let told = 0;

  const mail: Story["mail"] = (who, letter) => {
    const found = world.mailbox.findLast((it) => it.to.startsWith(`${who}@`) && it.tags.letter === letter);
    if (!found) throw new Error(`there is no ${letter} to ${who}`);
    return found;
  };
  const urlOf = async (who: string, letter: LetterName, verb: Verb): Promise<string> => {
    const url = (await openMail(world, mail(who, letter))).links.get(verb)?.url;
    if (!url) throw new Error(`the ${letter} to ${who} has no link to ${verb}`);
    return url;
  };
  const story = {
    until: (wallTime: string) => world.advanceTo(inNewYork(wallTime)),
    mail,
    post: () => {
      const lines = world.mailbox
        .slice(told)
        .map(({ at, tags, to }) => `${newYorkTime(at)} ${tags.letter} → ${to.split("@")[0]}`);
      told = world.mailbox.length;
      return lines;
    },
    look: async (who: string, letter: LetterName, verb: Verb) =>
      headingOf(await (await world.request(new Request(await urlOf(who, letter, verb)))).text()),
    press: async (who: string, letter: LetterName, verb: Verb, answers: Answers = {}) => {
      const url = await urlOf(who, letter, verb);
      const form = fillIn(await (await world.request(new Request(url))).text(), answers);
      if (!form) throw new Error(`the page for ${verb} has no form that fits`);
      const response = await world.request(new Request(url, post(form)));
      await world.settle();
      return { status: response.status, page: await response.text() };
    },
    calendarOf: async (who: string, letter: LetterName) => (await readMail(mail(who, letter))).calendar ?? "",
  };
  return Object.defineProperties(story as Story, Object.getOwnPropertyDescriptors(world));
}

/** Everybody accepts the agreement; the proposal is confirmed as it is. */
export async function pairEverybody(story: Story): Promise<void> {
  for (const { to } of story.mailbox.filter(({ tags }) => tags.letter === "welcome"))
    await story.press(to.split("@")[0]!, "welcome", "accept-agreement");
  await proposeAll(story.runtime);
  for (const { id } of await listMentorships(tableOf(story.runtime)))
    await actOnMentorship(story.runtime, id, { type: "confirmed", by: "administrator" });
  await story.settle();
}

/** The meetings of a month as `booked 2026-12-14 17:00 #1`, in the order of their ids. */
export async function meetingsOf(story: Story, month: string): Promise<string[]> {
  return (await listMeetings(tableOf(story.runtime), month)).map(
    ({ state, startAt, arrangement }) => `${state} ${startAt ? newYorkTime(startAt) : "-"} #${arrangement}`,
  );
}

export const post = (form: URLSearchParams): RequestInit => ({
  method: "POST",
  body: form.toString(),
  headers: { "content-type": "application/x-www-form-urlencoded" },
  redirect: "manual",
});

export const headingOf = (page: string): string =>
  /<h1>(.*?)<\/h1>/s.exec(page)?.[1]?.replaceAll("&#39;", "'") ?? "";
