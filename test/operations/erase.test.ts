/** Whoever is erased leaves nothing behind but a hash, and the others hear a goodbye without blame. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readMail } from "../../infra/local/read-mail.ts";
import { day } from "../../shared/domain/time.ts";
import { startSession } from "../../shared/links/session.ts";
import { getDue } from "../../shared/records/due.ts";
import { everyRecord } from "../../shared/records/every-record.ts";
import { emailHash } from "../../shared/records/keys.ts";
import { type Item, transact } from "../../shared/records/table.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { onePair, pairEverybody, siteUrl } from "../journeys/a-school.ts";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

const roster = `${onePair}student,Ada Brandt,ada@riverside.example.edu,,MS3,pediatrics,research,1,America/New_York,Mon 17:00-19:00,,research: Write a case report,
`;
/** All that anybody could know Wei by, and all that he or others wrote between the two. */
const words =
  /wei\b|adeyemi|first project to a poster|abstract|sign the consent|speak up earlier|made it possible/i;

let desk: Desk;
let before: Item[];
beforeAll(async () => {
  desk = await sitDown(async (story) => {
    await pairEverybody(story);
    await story.until("2026-12-09 12:00");
    await story.press("wei", "prepare", "prepare", { questions: "How do I sign the consent forms?" });
    await story.until("2026-12-10 19:05");
    await story.press("wei", "did-you-meet", "answer", {
      attendance: "met",
      worth: "5",
      nextStep: "Write the abstract",
    });
    await story.press("priya", "did-you-meet", "answer", { attendance: "met", line: "Speak up earlier." });
    await story.until("2026-12-11 12:00");
    await story.press("wei", "gratitude-prompt", "thank", { text: "You made it possible.", choice: "thank" });
    await story.until("2026-12-29 12:00");
    const table = tableOf(story.runtime);
    const session = startSession(table, "Wei@Riverside.example.edu", story.now(), story.runtime.randomBytes);
    await transact(table, [session.write], "a-session-of-wei");
    before = await recordsOf(story.runtime);
  }, roster);
});
afterAll(() => desk.clear());

async function recordsOf(runtime: Parameters<typeof tableOf>[0]): Promise<Item[]> {
  const records: Item[] = [];
  for await (const record of everyRecord(tableOf(runtime))) records.push(record);
  return records.sort((one, other) => (one.pk + one.sk < other.pk + other.sk ? -1 : 1));
}
const look = async () => {
  const world = await desk.open();
  const records = await recordsOf(world.runtime);
  const post = world.mailbox.map(({ tags, to }) => `${tags.letter} → ${to.split("@")[0]}`);
  const schedules = JSON.parse(readFileSync(join(desk.directory, "world.json"), "utf8")).schedules as {
    Name: string;
  }[];
  await world.close();
  return { records, post, schedules: schedules.map(({ Name }) => Name) };
};
const idOf = (records: Item[], who: string): string =>
  records.find(({ sk, email }) => sk === "person" && String(email).startsWith(who))!.id as string;

it("says what there is, asks, and leaves nothing but the hash", async () => {
  const pairOf = (records: Item[], who: string) =>
    records.find(({ sk, studentId }) => sk === "mentorship" && studentId === idOf(before, who))!;
  const mentorship = pairOf(before, "wei").id as string;
  // The story has told all of it, or the rest would prove nothing.
  for (const text of ["Adeyemi", "poster", "abstract", "consent", "Speak up", "possible"])
    expect(JSON.stringify(before)).toContain(text);
  const world = await look();
  expect(world.schedules.filter((name) => name.includes(mentorship)).length).toBeGreaterThan(1);

  const dry = await desk.ops("erase wei@riverside.example.edu --dry-run --json");
  expect(dry.code).toBe(0);
  const found = (JSON.parse(dry.out) as { records: Record<string, number> }).records;
  expect(found).toMatchObject({
    person: 1,
    "email-person": 1,
    mentorship: 1,
    meeting: 2,
    session: 1,
    "person-thank-you": 1,
  });
  expect(await desk.ops("erase wei@riverside.example.edu")).toMatchObject({ code: 3 });
  expect((await look()).records).toEqual(before);

  const { code, out, said } = await desk.ops("erase WEI@riverside.example.edu", "riverside");
  expect({ code, said }).toEqual({ code: 0, said: "" });
  expect(out).toMatch(/Erased: \d+ records and \d+ schedules; 1 mentorship ended\./);

  const after = await look();
  const hash = emailHash("wei@riverside.example.edu");
  expect(after.records.filter((record) => words.test(JSON.stringify(record)))).toEqual([]);
  expect(after.records.filter(({ pk }) => pk.includes(hash))).toEqual([
    { pk: `email#${hash}`, sk: "erased", erasedAt: Date.parse("2026-12-29T17:00:00Z") },
  ]);
  expect(after.records.filter(({ pk }) => pk === `person#${idOf(before, "wei")}`)).toEqual([]);
  expect(after.schedules.filter((name) => name.includes(mentorship))).toEqual([]);
  const files = readdirSync(desk.directory).filter((name) => name.startsWith("table-"));
  expect(files).toHaveLength(1);
  expect(readFileSync(join(desk.directory, files[0]!), "utf8")).not.toMatch(words);

  // Called off first, so that the entry leaves both calendars; then the goodbye.
  expect(after.post.slice(world.post.length)).toEqual([
    "goodbye → wei",
    "goodbye → priya",
    "called-off → wei",
    "called-off → priya",
  ]);
});

it("sends mails whose links lead to where the world's pages are", async () => {
  const world = await desk.open();
  const goodbye = world.mailbox.filter(({ tags }) => tags.letter === "goodbye").at(-1)!;
  const { text } = await readMail(goodbye);
  await world.close();
  expect(text?.match(/https?:\/\/[^/\s]+/g)).toEqual([siteUrl]);
});

it("keeps what is the others'", async () => {
  const { records } = await look();
  const [wei, ada] = [idOf(before, "wei"), idOf(before, "ada")];
  const ofAda = (all: Item[]) => all.filter((record) => JSON.stringify(record).includes(ada));
  expect(ofAda(records)).toEqual(ofAda(before));
  expect(ofAda(before).length).toBeGreaterThan(10);
  const pair = records.find(({ sk, studentId }) => sk === "mentorship" && studentId === wei);
  expect(pair).toMatchObject({ state: "declined", meetingsHeld: 1, heldMonths: ["2026-12"], reasons: [] });
  expect(pair).not.toHaveProperty("dueAt");
  const meetings = records.filter(({ sk, studentId }) => sk === "meeting" && studentId === wei);
  expect(
    meetings.map(({ month, state, answers, questions, dueAt }) => ({
      month,
      state,
      answers,
      questions,
      dueAt,
    })),
  ).toEqual([
    {
      month: "2026-12",
      state: "held",
      answers: {
        student: { attendance: "met", at: expect.any(Number) },
        mentor: { attendance: "met", at: expect.any(Number) },
      },
      questions: undefined,
      dueAt: undefined,
    },
    { month: "2027-01", state: "not-arranged", answers: {}, questions: undefined, dueAt: undefined },
  ]);
  const notes = records.filter(({ sk }) => sk.startsWith("thank-you#"));
  expect(notes.map(({ text, milestone }) => ({ text, milestone }))).toEqual([
    { text: "(These words were removed together with their writer's record.)", milestone: "first-meeting" },
  ]);
  const balance = JSON.parse((await desk.ops("audit 2026-12 --json")).out) as { difference: number };
  expect(balance.difference).toBe(0);
});

it("does nothing the second time, and nothing for somebody who is not known", async () => {
  expect(await desk.ops("erase wei@riverside.example.edu --yes")).toMatchObject({
    code: 0,
    out: "wei@riverside.example.edu is erased already; nothing of it is left but its hash.\n",
  });
  expect(await desk.ops("erase nobody@riverside.example.edu --yes")).toMatchObject({
    code: 3,
    said: "Nobody with the address nobody@riverside.example.edu is known, so there was nothing to erase.\n",
  });
  expect(await desk.ops("erase wei --yes")).toMatchObject({ code: 2 });
});

it("lets the school run on without faults, and the pages with it", async () => {
  const world = await desk.open();
  const page = await world.request(new Request("https://riverside.mentor-rounds.example/"));
  expect(page.status).toBe(200);
  const told = world.mailbox.length;
  await world.advanceTo(world.now() + 40 * day);
  expect(world.faults).toEqual([]);
  const readers = new Set(world.mailbox.slice(told).map(({ to }) => to.split("@")[0]));
  expect([...readers].sort()).toEqual(["ada", "priya"]);
  const due = await getDue(tableOf(world.runtime), world.now(), 100);
  expect(due).toEqual([]);
  await world.close();
});
