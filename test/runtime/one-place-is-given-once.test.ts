/** However many choose at the same moment, a mentor's last place and a student's only wish are given once. */
import { expect, it } from "vitest";
import type { Answer, Interception } from "../../infra/local/wire.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { loadPersonByEmail } from "../../shared/records/people.ts";
import { changePerson } from "../../shared/runtime/act-on-person.ts";
import { chooseMentor } from "../../shared/runtime/choose-mentor.ts";
import { confirmProposal } from "../../shared/runtime/confirm-proposal.ts";
import { erasePerson } from "../../shared/runtime/erase-person.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { sendSuggestions } from "../../shared/runtime/send-suggestions.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { onePair, openStory, type Story } from "../journeys/a-school.ts";
import { school } from "../local/small-world.ts";

const free = "America/New_York,Mon 17:00-19:00; Thu 17:00-19:00";
const roster = `${onePair.replace("research,2,", "research,1,")}student,Ana Sol,ana@riverside.example.edu,,MS2,,research,1,${free},,research: Write a first paper,
mentor,Sam Ito,sam@riverside.example.edu,faculty,attending,,research,1,${free},,,Room 2
`;

const openChoosing = (interception?: Interception): Promise<Story> =>
  openStory(roster, { school: { ...school, pairing: "chosen" }, interception });
const idOf = async (story: Story, who: string): Promise<string> =>
  (await loadPersonByEmail(tableOf(story.runtime), `${who}@riverside.example.edu`))!.id;
const choose = async (story: Story, student: string, mentor: string) => {
  const chosen = await chooseMentor(story.runtime, await idOf(story, student), await idOf(story, mentor));
  return chosen.ok ? chosen.value.state : chosen.refusal;
};
const offers = async (story: Story): Promise<number> =>
  (await listMentorships(tableOf(story.runtime))).filter(({ state }) => state === "offered").length;

it("gives a mentor's last place to one of two students", async () => {
  const story = await openChoosing();
  const both = await Promise.all([choose(story, "wei", "priya"), choose(story, "ana", "priya")]);
  expect(both.sort()).toEqual(["mentor-taken", "offered"]);
  expect(await offers(story)).toBe(1);
});

it("gives it once even while the list of all pairs lags behind", async () => {
  let asItWas: Answer | undefined;
  const story = await openChoosing(async (call, deliver) => {
    if (call.operation !== "Query" || !call.body.includes('{":list":{"S":"mentorships"}}')) return deliver();
    asItWas ??= await deliver();
    return asItWas;
  });
  expect(await choose(story, "wei", "priya")).toBe("offered");
  expect(await choose(story, "ana", "priya")).toBe("mentor-taken");
  expect(asItWas).toBeDefined();
});

it("asks one of two mentors for a student who wishes for one", async () => {
  const story = await openChoosing();
  const both = await Promise.all([choose(story, "wei", "priya"), choose(story, "wei", "sam")]);
  expect(both.sort()).toEqual(["not-possible-now", "offered"]);
  expect(await offers(story)).toBe(1);
});

it("asks a mentor once, however often the button is pressed", async () => {
  const story = await openChoosing();
  story.post();
  expect(await choose(story, "wei", "priya")).toBe("offered");
  expect(await choose(story, "wei", "priya")).toBe("offered");
  await story.settle();
  expect(await offers(story)).toBe(1);
  expect(story.post()).toEqual(["2026-11-13 09:00 mentor-asked → priya"]);
});

it("lets nobody choose in a school that proposes the pairs", async () => {
  const story = await openStory(roster);
  expect(await choose(story, "wei", "priya")).toBe("mentor-taken");
});

it("sends nobody a list who has no one to choose, or has chosen", async () => {
  const story = await openChoosing();
  await choose(story, "wei", "priya");
  await choose(story, "ana", "sam");
  await story.settle();
  story.post();
  await sendSuggestions(story.runtime, story.now());
  await story.settle();
  expect(story.post()).toEqual([]);
});

it("sends the next list when the mentor who is asked leaves for good, and nothing when the student does", async () => {
  const story = await openChoosing();
  await choose(story, "wei", "priya");
  await choose(story, "ana", "sam");
  await story.until("2026-11-14 02:00");
  story.post();
  expect((await erasePerson(story.runtime, "priya@riverside.example.edu", "with-goodbye")).ok).toBe(true);
  expect(story.post()).toEqual(["2026-11-14 02:00 suggestions → wei"]);
  expect((await erasePerson(story.runtime, "ana@riverside.example.edu", "with-goodbye")).ok).toBe(true);
  expect(story.post()).toEqual([]);
  expect(await choose(story, "wei", "sam")).toBe("offered");
});

it("gives a last place to one of two proposals that are confirmed at one moment", async () => {
  // Both have counted before either writes.
  let counted = 0;
  const both = Promise.withResolvers<void>();
  const roomForTwo = roster.replace("1,America/Chicago", "2,America/Chicago").replace(/^mentor,Sam.*\n/m, "");
  const story = await openStory(roomForTwo, {
    interception: async (call, deliver) => {
      if (call.operation === "TransactWriteItems" && call.body.includes('"agreeing"')) {
        if (++counted === 2) both.resolve();
        await both.promise;
      }
      return deliver();
    },
  });
  const { runtime } = story;
  await proposeAll(runtime);
  await changePerson(runtime, await idOf(story, "priya"), (person) => ({
    ...person,
    mentor: { ...person.mentor!, capacity: 1 },
  }));
  const proposed = await listMentorships(tableOf(runtime));
  const confirmed = await Promise.all(proposed.map(({ id }) => confirmProposal(runtime, id)));
  expect(confirmed.map((it) => (it.ok ? it.value.state : it.refusal)).sort()).toEqual([
    "agreeing",
    "no-room",
  ]);
  expect((await listMentorships(tableOf(runtime))).map(({ state }) => state).sort()).toEqual([
    "agreeing",
    "proposed",
  ]);
});
