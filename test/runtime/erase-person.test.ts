/** Erasing a person is finished or taken up again, and the last word to the others comes first. */
import { expect, it } from "vitest";
import { openMail } from "../../infra/local/cast/mail-in-hand.ts";
import { readMail } from "../../infra/local/read-mail.ts";
import { answer, type Interception } from "../../infra/local/wire.ts";
import { nobody } from "../../shared/domain/erasure.ts";
import { startSession } from "../../shared/links/session.ts";
import type { Verb } from "../../shared/links/verbs.ts";
import { getDue } from "../../shared/records/due.ts";
import { everyRecord } from "../../shared/records/every-record.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { listMessages } from "../../shared/records/messages.ts";
import { loadPersonByEmail } from "../../shared/records/people.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { changePerson } from "../../shared/runtime/act-on-person.ts";
import { askForLink } from "../../shared/runtime/ask-for-link.ts";
import { chooseMentor } from "../../shared/runtime/choose-mentor.ts";
import { erasePerson } from "../../shared/runtime/erase-person.ts";
import { importRoster } from "../../shared/runtime/import-roster.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { useUp } from "../../shared/runtime/use-up.ts";
import { onePair, openStory, pairEverybody, type Story } from "../journeys/a-school.ts";
import { school } from "../local/small-world.ts";

const wei = "wei@riverside.example.edu";
const priya = "priya@riverside.example.edu";

const withWord = async (story: Story, word: RegExp): Promise<number> => {
  let found = 0;
  for await (const record of everyRecord(tableOf(story.runtime)))
    if (word.test(JSON.stringify(record))) found++;
  return found;
};

/** The verbs of the links that work or once worked, of all mails to somebody. */
async function linksTo(story: Story, who: string): Promise<Verb[]> {
  const mails = story.mailbox.filter(({ to }) => to.startsWith(`${who}@`));
  const inHand = await Promise.all(mails.map((mail) => openMail(story, mail)));
  return inHand.flatMap(({ links }) => [...links.keys()]);
}

it("says goodbye at night too, because in the morning nobody knows the name", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  await story.until("2026-11-25 02:00");
  story.post();
  expect(await erasePerson(story.runtime, wei, "with-goodbye")).toMatchObject({
    ok: true,
    value: { mentorshipsEnded: 1 },
  });
  expect(story.post().sort()).toEqual([
    "2026-11-25 02:00 called-off → priya",
    "2026-11-25 02:00 called-off → wei",
    "2026-11-25 02:00 goodbye → priya",
    "2026-11-25 02:00 goodbye → wei",
  ]);
  expect(story.mail("priya", "goodbye").raw).toContain("Wei Adeyemi");
  expect(await withWord(story, /wei\b|adeyemi/i)).toBe(0);
});

it("takes a mentor's room, words and notes along", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  await story.until("2026-12-11 12:00");
  await story.press("wei", "did-you-meet", "answer", { attendance: "met" });
  await story.press("priya", "did-you-meet", "answer", { attendance: "met", line: "Speak up earlier." });
  await story.settle();
  await story.until("2026-12-12 12:00");
  await story.press("wei", "gratitude-prompt", "thank", { text: "You made it possible.", choice: "thank" });
  expect(await withWord(story, /priya|lund|4\.12|speak up|possible/i)).toBe(4);
  expect((await erasePerson(story.runtime, priya, "with-goodbye")).ok).toBe(true);
  expect(await withWord(story, /priya|lund|4\.12|speak up|possible/i)).toBe(0);
  expect(await loadPersonByEmail(tableOf(story.runtime), wei)).toMatchObject({ name: "Wei Adeyemi" });
});

it("leaves no link of his or hers that opens anything, and those of the other", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  await story.until("2026-12-17 12:00");
  const table = tableOf(story.runtime);
  await askForLink(story.runtime, wei, undefined, "a-browser");
  const { link } = (await openMail(story, story.mail("wei", "sign-in-link"))).links.get("sign-in")!;
  const session = startSession(table, wei, story.now(), story.runtime.randomBytes);
  expect(await useUp(story.runtime, link, [session.write])).toBeUndefined();
  expect(await withWord(story, /used-link#/)).toBe(1);
  expect(await linksTo(story, "wei")).toContain("unsubscribe");
  const ofTheOther = await linksTo(story, "priya");
  expect(ofTheOther).toContain("unsubscribe");

  expect((await erasePerson(story.runtime, wei, "quietly")).ok).toBe(true);
  expect(await linksTo(story, "wei")).toEqual([]);
  expect(await linksTo(story, "priya")).toEqual(ofTheOther);
  expect(await withWord(story, /used-link#/)).toBe(0);
});

it.each([
  [wei, { wei: false, priya: true }],
  [priya, { wei: true, priya: false }],
])("promises somebody else to those who stay, and not to %s", async (address, promised) => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  await story.until("2026-11-24 12:00");
  await erasePerson(story.runtime, address, "with-goodbye");
  for (const [who, somebody] of Object.entries(promised)) {
    const { text } = await readMail(story.mail(who, "goodbye"));
    expect(/ for\s+another (mentor|student)/.test(text)).toBe(somebody);
  }
});

it("waits with the rest while SES takes no mail, and goes on from there", async () => {
  let throttled = false;
  const interception: Interception = async (call, deliver) =>
    throttled && call.service === "ses" ? answer(400, "text/xml", throttling) : deliver();
  const story = await openStory(onePair, { interception });
  await pairEverybody(story);
  await story.until("2026-11-24 12:00");
  throttled = true;
  expect(await erasePerson(story.runtime, wei, "with-goodbye")).toEqual({
    ok: false,
    refusal: "letters-waiting",
  });
  expect(await loadPersonByEmail(tableOf(story.runtime), wei)).toMatchObject({ name: "Wei Adeyemi" });
  throttled = false;
  story.post();
  await story.until("2026-11-24 13:00");
  expect((await erasePerson(story.runtime, wei, "with-goodbye")).ok).toBe(true);
  expect(await withWord(story, /wei\b|adeyemi/i)).toBe(0);
  const heard = story.post().filter((line) => line.endsWith("→ priya"));
  expect(heard.map((line) => line.split(" ")[2]).sort()).toEqual(["called-off", "goodbye"]);
});

it("forgets somebody who was only invited, and no list brings him or her back", async () => {
  const roster = `${onePair}student,Noor Haddad,noor@riverside.example.edu,,,,,,,,,,\n`;
  const story = await openStory(roster);
  await story.until("2026-11-13 12:00");
  await askForLink(story.runtime, "Noor@riverside.example.edu", "student", "a-browser");
  // The invitation, and the two mails with a link to sign up.
  expect(await withWord(story, /noor|haddad/i)).toBe(3);
  expect((await erasePerson(story.runtime, "noor@riverside.example.edu", "with-goodbye")).ok).toBe(true);
  expect(await withWord(story, /noor|haddad/i)).toBe(0);

  const again = readRoster(new TextEncoder().encode(roster), school);
  if (!again.ok) throw new Error("the roster was read before");
  expect(await importRoster(story.runtime, again.value)).toEqual({
    added: 0,
    updated: 2,
    inBothRoles: 0,
    invited: 0,
    invitedBefore: 0,
    inOtherRole: 0,
    erased: 1,
  });
  expect(await withWord(story, /noor|haddad/i)).toBe(0);
  await askForLink(story.runtime, "noor@riverside.example.edu", "student", "a-browser");
  expect(await withWord(story, /noor/i)).toBeGreaterThan(0);
});

const allOfNoor = `${onePair.split("\n")[1]!.replace("Wei Adeyemi,wei", "Noor Haddad,noor")}\n`;

it.each([
  ["who is only named in it", "student,Noor Haddad,noor@riverside.example.edu,,,,,,,,,,\n"],
  ["of whom it says all", allOfNoor],
])("stays forgotten though a list is taken meanwhile: somebody %s", async (_who, row) => {
  let erasing: ReturnType<typeof erasePerson> | undefined;
  let isAgain = false;
  const story = await openStory(onePair + allOfNoor, {
    interception: async (call, deliver) => {
      const found = await deliver();
      if (isAgain && call.operation === "BatchGetItem" && call.body.includes('"erased"')) {
        erasing ??= erasePerson(story.runtime, "noor@riverside.example.edu", "quietly");
        await erasing;
      }
      return found;
    },
  });
  const people = readRoster(new TextEncoder().encode(onePair + row), school);
  if (!people.ok) throw new Error("the roster was read before");
  isAgain = true;
  expect(await importRoster(story.runtime, people.value)).toMatchObject({ added: 0, invited: 0, erased: 1 });
  expect(await erasing).toMatchObject({ ok: true });
  expect(await withWord(story, /noor|haddad/i)).toBe(0);
});

it("stays forgotten though a mail was on its way meanwhile", async () => {
  const roster = `${onePair}student,Noor Haddad,noor@riverside.example.edu,,,,,,,,,,\n`;
  let erase: (() => ReturnType<typeof erasePerson>) | undefined;
  let erasing: ReturnType<typeof erasePerson> | undefined;
  const story = await openStory(roster, {
    interception: async (call, deliver) => {
      const taken = await deliver();
      if (call.service === "ses") {
        erasing ??= erase?.();
        await erasing;
      }
      return taken;
    },
  });
  await story.until("2026-11-13 12:00");
  erase = () => erasePerson(story.runtime, "noor@riverside.example.edu", "with-goodbye");
  await askForLink(story.runtime, "noor@riverside.example.edu", "student", "a-browser");
  expect(await erasing).toMatchObject({ ok: true });
  expect(await withWord(story, /noor|haddad/i)).toBe(0);
  const log = await listMessages(tableOf(story.runtime), ["2026-11"]);
  const toNobody = log.filter(({ to }) => "personId" in to && to.personId === nobody);
  expect(toNobody.map(({ letter, state }) => [letter, state]).sort()).toEqual([
    ["sign-up-link", "accepted"],
    ["sign-up-link", "delivered"],
  ]);
  expect(await linksTo(story, "noor")).toEqual([]);
  await story.until("2026-11-13 13:00");
  expect(await withWord(story, /noor|haddad/i)).toBe(0);
});

it("leaves the lists of those who grade him or her, and says where others wrote the address", async () => {
  const story = await openStory(onePair);
  const table = tableOf(story.runtime);
  const mentor = (await loadPersonByEmail(table, priya))!;
  const graded = ["ada@riverside.example.edu", "WEI@riverside.example.edu"];
  await changePerson(story.runtime, mentor.id, (person) => ({
    ...person,
    mentor: { ...person.mentor!, place: `Ask ${wei}.`, assesses: graded },
  }));
  const erased = await erasePerson(story.runtime, wei, "with-goodbye");
  expect(erased).toMatchObject({ ok: true, value: { stillIn: ["person"] } });
  expect((await loadPersonByEmail(table, priya))?.mentor).toMatchObject({
    assesses: ["ada@riverside.example.edu"],
    place: `Ask ${wei}.`,
  });
});

it("ends what began while the records were being removed: a request to a mentor who is almost gone", async () => {
  let choose: (() => Promise<unknown>) | undefined;
  let chosen: Promise<unknown> | undefined;
  const story = await openStory(onePair, {
    school: { ...school, pairing: "chosen" },
    interception: async (call, deliver) => {
      if (call.operation === "TransactWriteItems" && call.body.includes('"Delete"')) {
        chosen ??= choose?.();
        await chosen;
      }
      return deliver();
    },
  });
  const table = tableOf(story.runtime);
  const [student, mentor] = [
    (await loadPersonByEmail(table, wei))!,
    (await loadPersonByEmail(table, priya))!,
  ];
  choose = () => chooseMentor(story.runtime, student.id, mentor.id);
  expect(await erasePerson(story.runtime, priya, "with-goodbye")).toMatchObject({ ok: true });
  expect(await chosen).toMatchObject({ ok: true, value: { state: "offered" } });
  expect(await listMentorships(table)).toMatchObject([{ state: "withdrawn", reasons: [] }]);
  await story.until("2026-11-17 12:00");
  expect(await getDue(table, story.now(), 10)).toEqual([]);
});

it("takes nobody for another whose address only ends alike", async () => {
  const roster = onePair.replace("priya@", "swei@");
  const story = await openStory(roster);
  expect(await erasePerson(story.runtime, wei, "with-goodbye")).toMatchObject({
    ok: true,
    value: { stillIn: [] },
  });
  expect(await loadPersonByEmail(tableOf(story.runtime), "swei@riverside.example.edu")).toBeDefined();
});

it("refuses an address that no record knows, and keeps nothing of it", async () => {
  const story = await openStory(onePair);
  expect(await erasePerson(story.runtime, "who@riverside.example.edu", "with-goodbye")).toEqual({
    ok: false,
    refusal: "nobody-there",
  });
  expect(await withWord(story, /erasedAt/)).toBe(0);
});

const throttling = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

it("is finished also where the whole group of schedules is gone", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  const { runtime } = story;
  const without = { ...runtime, clock: { ...runtime.clock, groupName: "removed-by-hand" } };
  expect(await erasePerson(without, wei, "with-goodbye")).toMatchObject({
    ok: true,
    value: { mentorshipsEnded: 1 },
  });
  expect(await withWord(story, /wei@|Wei Adeyemi/)).toBe(0);
});
