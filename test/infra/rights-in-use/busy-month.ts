/** A month in which every function of the catalogue has something to do, told through the pages, the mails and the clock alone. */
import { type Answers, emptyRow, fillIn } from "../../../infra/local/cast/form.ts";
import { openMail } from "../../../infra/local/cast/mail-in-hand.ts";
import type { Outside } from "../../../infra/local/outside.ts";
import type { World } from "../../../infra/local/world.ts";
import type { LetterName } from "../../../shared/domain/letter-rules.ts";
import type { School } from "../../../shared/domain/school.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { inNewYork } from "../../domain/lifecycle/a-life.ts";
import { siteUrl } from "../../functions/answer/pages-world.ts";
import { type Browser, browserOf, linkInLastMail } from "../../functions/sign-up/browser.ts";
import { mentorForm, studentForm } from "../../functions/sign-up/forms.ts";
import { school as riverside } from "../../local/small-world.ts";

export const storyStartsAt = inNewYork("2026-11-13 09:00");

/** Scheduler's words about these pairs are lost, so that they are left to the sweep. */
export type LossyOutside = Outside & { lose: (pairId: string) => void };

export function lossyOutside(): LossyOutside {
  const lost: string[] = [];
  return {
    lose: (pairId) => void lost.push(pairId),
    scheduleArrives: (now, body) => (lost.some((pairId) => body.includes(pairId)) ? [] : [now]),
  };
}

/** The school year ends on the story's last day: the pairs end by time. */
export const storySchool: School = {
  ...riverside,
  schoolYear: { ...riverside.schoolYear, to: "2027-01-08" },
};

/** Mail to Omar bounces, as SES's own simulator has it; Kim is only invited. */
const roster = `role,name,email,kind,stage,specialties,focus,capacity,time_zone,free,away,goals,place
student,Wei Adeyemi,wei@riverside.example.edu,,MS2,pediatrics,research,1,America/New_York,Mon 17:00-19:00; Thu 17:00-19:00,,research: Get a first project to a poster,
student,Ana Brandt,ana@riverside.example.edu,,MS3,pediatrics,networking,1,America/New_York,Mon 17:00-19:00; Wed 17:00-19:00,,networking: Meet people who do rural medicine,
student,Omar Diaz,bounce+omar@riverside.example.edu,,MS3,surgery,research,1,America/New_York,Tue 12:00-14:00,,research: Find a project,
mentor,Priya Lund,priya@riverside.example.edu,faculty,attending,pediatrics,research,2,America/Chicago,Mon 16:00-18:00; Wed 16:00-18:00; Thu 16:00-18:00,,,"Room 4.12, Education Building"
mentor,Tom Evers,tom@riverside.example.edu,resident,PGY3,surgery,research,1,America/New_York,Tue 12:00-14:00,,,Cafeteria
mentor,Kim Soto,kim@riverside.example.edu,,,,,,,,,,
`;

/** Plays it to the end. Throws where a page does not do what a person asks of it. */
export async function playBusyMonth(world: World, outside: LossyOutside): Promise<void> {
  const { until, press, as, joinAs } = handsIn(world);

  const administrator = await as(world.school.administrators[0]!);
  await administrator.send("/administrator/import", rosterFile());
  await until("2026-11-13 09:30");
  await press("wei", "welcome", "accept-agreement");
  await press("bounce+omar", "welcome", "accept-agreement");
  await (await as("ana@riverside.example.edu")).press("/student/agreement");
  await (await as("priya@riverside.example.edu")).press("/mentor/agreement");
  await joinAs("student", "noa@riverside.example.edu", studentForm);
  await joinAs("mentor", "sam@riverside.example.edu", mentorForm);
  await administrator.follow("/administrator/people", /\/administrator\/people\/\w+\/approve/);
  await administrator.post("/administrator/pairs/propose");
  for (const path of ["", "/people", "/pairs", "/pairs/without", "/months", "/mail", "/how-it-works"])
    await administrator.open(`/administrator${path}`);
  await administrator.post("/administrator/pairs/confirm-all");

  await until("2026-11-24 09:30");
  await press("wei", "invite", "confirm");
  await press("wei", "invite", "move", { startAt: last });
  const tom = await as("tom@riverside.example.edu");
  await tom.press("/mentor/time", { "day-0": "Sat" });
  await press("tom", "welcome", "accept-agreement");
  const priya = await as("priya@riverside.example.edu");
  await priya.follow("/mentor", /\/mentor\/meetings\/[\w-]+\/move/, { startAt: first });
  const ana = await as("ana@riverside.example.edu");
  const calledOff = await ana.follow("/student", /\/student\/meetings\/[\w-]+\/call-off/, {});
  outside.lose(calledOff.split(/[/-]/)[3]!);
  await ana.follow("/student", /\/student\/meetings\/[\w-]+\/move/, { startAt: first });
  await ana.press("/student/time", { "to-0": "19:30" });
  await priya.press("/mentor/time", { "to-0": "18:30" });
  await priya.press("/mentor/profile", { place: "Room 4.13, Education Building" });
  for (const path of ["students", "thanks"]) await priya.open(`/mentor/${path}`);
  await ana.post("/student/goals/reached", { goal: "0" });

  await until("2026-11-24 10:00");
  await press("tom", "no-common-time", "add-time", {
    [emptyRow("day")]: "Tue",
    [emptyRow("from")]: "12:00",
    [emptyRow("to")]: "14:00",
  });

  await until("2026-12-20 12:00");
  await (await as("tom@riverside.example.edu")).press("/mentor/time", { "day-0": "Sat" });
  const back = await as(world.school.administrators[0]!);
  const unreached = await back.open("/administrator/people?show=unreachable");
  const email = /name="email" value="([^"]+)"/.exec(unreached)?.[1];
  if (!email) throw new Error("nobody is listed as not reached by mail");
  await back.post("/administrator/people/reach", { email });
  await back.post("/administrator/months/open", { month: "2027-01" });
  await until("2027-01-08 12:00");
}

const first = (offered: readonly string[]): string | undefined => offered[0];
const last = (offered: readonly string[]): string | undefined => offered.at(-1);

function rosterFile(): FormData {
  const form = new FormData();
  form.set("roster", new File([roster], "roster.csv", { type: "text/csv" }));
  return form;
}

/** What people can do in this world. */
function handsIn(world: World) {
  const took = async (what: string, response: Response): Promise<string> => {
    const page = await response.text();
    if (response.status >= 400) throw new Error(`${what} was answered with ${response.status}: ${page}`);
    await world.settle();
    return page;
  };
  return {
    until: (wallTime: string) => world.advanceTo(inNewYork(wallTime)),
    /** Opens the link of the newest such mail and sends the form behind it. */
    async press(who: string, letter: LetterName, verb: Verb, answers: Answers = {}): Promise<void> {
      const mail = world.mailbox.findLast(
        ({ to, tags }) => to.startsWith(`${who}@`) && tags.letter === letter,
      );
      const url = mail && (await openMail(world, mail)).links.get(verb)?.url;
      if (!url) throw new Error(`there is no ${letter} to ${who} with a link to ${verb}`);
      const form = fillIn(await took(url, await world.request(new Request(url))), answers);
      if (!form) throw new Error(`the page for ${verb} has no such form`);
      await took(url, await world.request(new Request(url, { method: "POST", body: form })));
    },
    async joinAs(role: string, email: string, form: Record<string, string>): Promise<void> {
      const browser = browserOf(world);
      await browser.post("/join", { role, email });
      const joined = await browser.post(await linkInLastMail(world, "sign-up"), form);
      if (joined.status !== 200) throw new Error(`${email} could not join: ${joined.text}`);
    },
    /** Signs in, as everybody does who comes back. */
    async as(email: string): Promise<Reader> {
      const browser = browserOf(world);
      await browser.post("/sign-in", { email });
      await browser.post(await linkInLastMail(world, "sign-in"), {});
      return readerOf(world, browser, took);
    },
  };
}

type Reader = {
  open: (path: string) => Promise<string>;
  /** Opens a page and sends its form as it stands, but for these answers. */
  press: (path: string, answers?: Answers) => Promise<void>;
  post: (path: string, form?: Record<string, string>) => Promise<void>;
  send: (path: string, body: FormData | URLSearchParams) => Promise<void>;
  /** Presses what stands on a page under an address that looks so, and says which it was; with answers, after opening it. */
  follow: (path: string, address: RegExp, answers?: Answers) => Promise<string>;
};

/** Somebody who is signed in. */
function readerOf(
  world: World,
  { cookies }: Browser,
  took: (what: string, response: Response) => Promise<string>,
): Reader {
  const headers = { cookie: `session=${cookies.get("session")}`, origin: siteUrl };
  const ask = async (path: string, init: RequestInit = {}) =>
    took(path, await world.request(new Request(`${siteUrl}${path}`, { headers, ...init })));
  const reader: Reader = {
    open: (path) => ask(path),
    send: async (path, body) => void (await ask(path, { method: "POST", body })),
    post: (path, form = {}) => reader.send(path, new URLSearchParams(form)),
    async press(path, answers = {}) {
      const form = fillIn(await reader.open(path), answers);
      if (!form) throw new Error(`${path} has no such form`);
      await reader.send(path, form);
    },
    async follow(path, address, answers) {
      const found = address.exec(await reader.open(path))?.[0];
      if (!found) throw new Error(`${path} has nothing like ${address}`);
      await (answers ? reader.press(found, answers) : reader.post(found));
      return found;
    },
  };
  return reader;
}
