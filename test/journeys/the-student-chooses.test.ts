/** A school in which students choose: a list, a choice, three days of silence, the next list, a yes, and the month that opens. */
import { expect, it } from "vitest";
import { readMail } from "../../infra/local/read-mail.ts";
import type { School } from "../../shared/domain/school.ts";
import { startSession } from "../../shared/links/session.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { listMessages } from "../../shared/records/messages.ts";
import { loadPersonByEmail, savePerson } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { chooseMentor } from "../../shared/runtime/choose-mentor.ts";
import { sendSuggestions } from "../../shared/runtime/send-suggestions.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { school } from "../local/small-world.ts";
import { meetingsOf, onePair, openStory, post, type Story, siteUrl } from "./a-school.ts";

/** Sam shares less with Wei than Priya does, and so comes second. */
const twoMentors = `${onePair}mentor,Sam Ito,sam@riverside.example.edu,faculty,attending,,research,1,America/New_York,Mon 17:00-19:00; Thu 17:00-19:00,,,Room 2
`;

async function openChoosing(roster: string, other: Partial<School> = {}): Promise<Story> {
  const story = await openStory(roster, { school: { ...school, pairing: "chosen", ...other } });
  for (const { to } of story.mailbox.filter(({ tags }) => tags.letter === "welcome"))
    await story.press(to.split("@")[0]!, "welcome", "accept-agreement");
  story.post();
  return story;
}

const suggest = async (story: Story): Promise<void> => {
  await sendSuggestions(story.runtime, story.now());
  await story.settle();
};
/** Presses the one button of a page of one's own. */
async function pressOwn(story: Story, email: string, path: string): Promise<number> {
  const table = tableOf(story.runtime);
  const { token, write } = startSession(table, email, story.now(), story.runtime.randomBytes);
  await transact(table, [write], token.slice(0, 30));
  const pressed = post(new URLSearchParams());
  const headers = { ...pressed.headers, cookie: `session=${token}`, origin: siteUrl };
  const { status } = await story.request(new Request(siteUrl + path, { ...pressed, headers }));
  await story.settle();
  return status;
}

const best = { mentorId: ([first]: readonly string[]) => first };
const statesOf = async (story: Story): Promise<string[]> =>
  (await listMentorships(tableOf(story.runtime))).map(({ state }) => state).sort();

it("asks the mentor who is chosen, goes on after three days of silence, and books the month once somebody says yes", async () => {
  const story = await openChoosing(twoMentors);
  await suggest(story);
  await suggest(story);
  expect(story.post()).toEqual(["2026-11-13 09:00 suggestions → wei"]);
  expect(await story.look("wei", "suggestions", "choose-mentor")).toBe("Choose your mentor");

  await story.until("2026-11-13 09:30");
  expect(await story.press("wei", "suggestions", "choose-mentor", best)).toMatchObject({ status: 200 });
  expect(await story.look("wei", "suggestions", "choose-mentor")).toBe("Priya Lund has been asked");
  await story.until("2026-11-16 09:29");
  await suggest(story);
  expect(story.post()).toEqual(["2026-11-13 09:30 mentor-asked → priya"]);

  await story.until("2026-11-16 09:30");
  expect(story.post()).toEqual(["2026-11-16 09:30 suggestions → wei"]);
  expect(await story.look("priya", "mentor-asked", "accept-student")).toBe("This request is closed");
  expect(await story.press("wei", "suggestions", "choose-mentor", best)).toMatchObject({ status: 200 });

  await story.until("2026-11-17 12:00");
  expect(await story.press("sam", "mentor-asked", "accept-student")).toMatchObject({ status: 200 });
  expect(await statesOf(story)).toEqual(["active", "lapsed"]);
  await story.until("2026-11-24 09:00");
  expect(await meetingsOf(story, "2026-12")).toMatchObject([/^booked 2026-12-/]);
  expect(story.post()).toEqual([
    "2026-11-16 09:30 mentor-asked → sam",
    "2026-11-17 12:00 paired → wei",
    "2026-11-17 12:00 paired → sam",
    "2026-11-24 09:00 invite → wei",
    "2026-11-24 09:00 invite → sam",
  ]);
  expect(story.faults).toEqual([]);
});

it("tells the student in the same minute when the mentor says not now, and never suggests that mentor again", async () => {
  const story = await openChoosing(onePair);
  await suggest(story);
  await story.press("wei", "suggestions", "choose-mentor", best);
  expect(await story.press("priya", "mentor-asked", "not-now")).toMatchObject({ status: 200 });
  expect(story.post()).toEqual([
    "2026-11-13 09:00 suggestions → wei",
    "2026-11-13 09:00 mentor-asked → priya",
    "2026-11-13 09:00 suggestions → wei",
  ]);
  expect(story.mail("wei", "suggestions").subject).toBe("No mentor to suggest right now");
  expect(await story.look("wei", "suggestions", "choose-mentor")).toBe("No mentor to choose right now");
  expect(await statesOf(story)).toEqual(["declined"]);
  expect(story.faults).toEqual([]);
});

it("lets a student withdraw a request: the mentor's mail says so and the next list comes at once", async () => {
  const story = await openChoosing(twoMentors);
  await suggest(story);
  await story.press("wei", "suggestions", "choose-mentor", best);
  const [{ id } = { id: "" }] = await listMentorships(tableOf(story.runtime));
  story.post();

  await story.until("2026-11-14 10:00");
  const path = `/student/mentorships/${id}/withdraw-request`;
  expect(await pressOwn(story, "wei@riverside.example.edu", path)).toBe(303);
  expect(story.post()).toEqual(["2026-11-14 10:00 suggestions → wei"]);
  expect(await statesOf(story)).toEqual(["withdrawn"]);
  expect(await story.look("priya", "mentor-asked", "accept-student")).toBe("This request was withdrawn");
  expect(await story.look("priya", "mentor-asked", "not-now")).toBe("This request was withdrawn");

  expect(await story.press("wei", "suggestions", "choose-mentor", best)).toMatchObject({ status: 200 });
  await story.until("2026-11-16 10:00");
  expect(story.post()).toEqual(["2026-11-14 10:00 mentor-asked → sam"]);
  expect(story.faults).toEqual([]);
});

it("does not ask a mentor in the morning for a student who has withdrawn in the night", async () => {
  const story = await openChoosing(twoMentors);
  await suggest(story);
  await story.until("2026-11-14 22:30");
  await story.press("wei", "suggestions", "choose-mentor", best);
  const [{ id } = { id: "" }] = await listMentorships(tableOf(story.runtime));
  const path = `/student/mentorships/${id}/withdraw-request`;
  expect(await pressOwn(story, "wei@riverside.example.edu", path)).toBe(303);
  story.post();
  await story.until("2026-11-15 12:00");
  expect(story.post()).toEqual(["2026-11-15 07:00 suggestions → wei"]);
  expect(story.faults).toEqual([]);
});

it("sends no list in the morning to a student who has chosen in the night, and takes that for no fault", async () => {
  const story = await openChoosing(twoMentors);
  await suggest(story);
  await story.until("2026-11-14 22:30");
  await suggest(story);
  await story.press("wei", "suggestions", "choose-mentor", best);
  story.post();
  await story.until("2026-11-15 12:00");
  expect(story.post()).toEqual(["2026-11-15 08:00 mentor-asked → priya"]);
  const lists = (await listMessages(tableOf(story.runtime), ["2026-11"])).filter(
    ({ letter }) => letter === "suggestions",
  );
  expect(lists.map(({ state }) => state)).toEqual(["delivered", "cancelled"]);
  expect(story.faults).toEqual([]);
});

/** Wei and Priya are a pair since the first day. */
async function openPaired(roster: string): Promise<Story> {
  const story = await openChoosing(roster);
  await suggest(story);
  await story.press("wei", "suggestions", "choose-mentor", best);
  await story.press("priya", "mentor-asked", "accept-student");
  story.post();
  return story;
}

/** From now on Wei wishes for so many mentors. */
async function wishFor({ runtime }: Story, mentorsWanted: number): Promise<void> {
  const table = tableOf(runtime);
  const wei = await loadPersonByEmail(table, "wei@riverside.example.edu");
  const after = { ...wei!, student: { ...wei!.student!, mentorsWanted } };
  await transact(table, [savePerson(table, after, wei!)], `wishes-for-${mentorsWanted}`);
}

it("sends the next list with the goodbye when a pair does not fit", async () => {
  const story = await openPaired(twoMentors);
  await story.until("2026-11-14 10:00");
  expect(await story.press("priya", "paired", "not-for-me")).toMatchObject({ status: 200 });
  expect(story.post()).toEqual([
    "2026-11-14 10:00 goodbye → wei",
    "2026-11-14 10:00 goodbye → priya",
    "2026-11-14 10:00 suggestions → wei",
  ]);
  expect(story.mail("wei", "suggestions").subject).toBe("Choose your mentor");
  const { html } = await readMail(story.mail("wei", "suggestions"));
  expect(["Sam Ito", "Priya Lund"].filter((name) => html.includes(name))).toEqual(["Sam Ito"]);
  expect(await story.press("wei", "suggestions", "choose-mentor", best)).toMatchObject({ status: 200 });
  expect(story.post()).toEqual(["2026-11-14 10:00 mentor-asked → sam"]);
  expect(story.faults).toEqual([]);
});

it("says so in the next list when there is nobody else to choose", async () => {
  const story = await openPaired(onePair);
  expect(await story.press("wei", "paired", "not-for-me")).toMatchObject({ status: 200 });
  expect(story.post()).toEqual([
    "2026-11-13 09:00 goodbye → wei",
    "2026-11-13 09:00 goodbye → priya",
    "2026-11-13 09:00 suggestions → wei",
  ]);
  expect(story.mail("wei", "suggestions").subject).toBe("No mentor to suggest right now");
  expect(story.faults).toEqual([]);
});

it("sends no list to a student who has another mentor and wishes for no more", async () => {
  const story = await openPaired(twoMentors);
  await wishFor(story, 2);
  await story.until("2026-11-14 10:00");
  await suggest(story);
  await story.press("wei", "suggestions", "choose-mentor", best);
  await story.press("sam", "mentor-asked", "accept-student");
  expect(await statesOf(story)).toEqual(["active", "active"]);
  await wishFor(story, 1);
  story.post();

  expect(await story.press("priya", "paired", "not-for-me")).toMatchObject({ status: 200 });
  expect(await statesOf(story)).toEqual(["active", "declined"]);
  await story.until("2026-11-14 12:00");
  expect(story.post()).toEqual(["2026-11-14 10:00 goodbye → wei", "2026-11-14 10:00 goodbye → priya"]);
  expect(story.faults).toEqual([]);
});

/** Wei has a list, and the school year ends on a Friday morning. */
async function openLate(): Promise<Story> {
  const schoolYear = { ...school.schoolYear, to: "2026-11-20" };
  const story = await openChoosing(twoMentors, { schoolYear });
  await suggest(story);
  return story;
}

it("closes a request with the school year: the mentor can accept nobody any more, and the student hears it", async () => {
  const story = await openLate();
  await story.until("2026-11-19 10:00");
  await story.press("wei", "suggestions", "choose-mentor", best);
  story.post();
  await story.until("2026-11-20 12:00");
  expect(await statesOf(story)).toEqual(["lapsed"]);
  expect(await story.look("priya", "mentor-asked", "accept-student")).toBe("This request is closed");
  expect(story.post()).toEqual(["2026-11-20 09:00 suggestions → wei"]);
  expect(story.mail("wei", "suggestions").subject).toBe("The school year is over");
  expect(story.faults).toEqual([]);
});

it("lets nobody choose a mentor once the school year is over", async () => {
  const story = await openLate();
  await story.until("2026-11-20 12:00");
  expect(await story.look("wei", "suggestions", "choose-mentor")).toBe("The school year is over");
  const table = tableOf(story.runtime);
  const [wei, priya] = await Promise.all(
    ["wei", "priya"].map((name) => loadPersonByEmail(table, `${name}@riverside.example.edu`)),
  );
  expect(await chooseMentor(story.runtime, wei!.id, priya!.id)).toEqual({
    ok: false,
    refusal: "not-possible-now",
  });
  expect(await statesOf(story)).toEqual([]);
  expect(story.faults).toEqual([]);
});
