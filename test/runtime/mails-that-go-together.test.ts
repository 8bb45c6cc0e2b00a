/** The mails of one change take their turns in one write; what gets no turn goes with the sweep. */
import { afterEach, expect, it } from "vitest";
import { type Answer, answer, type Interception } from "../../infra/local/wire.ts";
import { takeTurns } from "../../shared/records/mail-turns.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { onePair, openStory, type Story } from "../journeys/a-school.ts";
import { school } from "../local/small-world.ts";

const perSecond = 1;
/** Of the ten seconds over which turns are counted. */
const turnsOfAStretch = 10;

let story: Story;
afterEach(() => story?.close());

/** A proposed pair; both are told once it is confirmed. Answers how often turns were asked for since, and lets that fail. */
async function openProposal(): Promise<{ asked: () => number; refuse: (says: Answer | undefined) => void }> {
  let asked = 0;
  let refusal: Answer | undefined;
  const interception: Interception = async (call, deliver) => {
    if (call.operation !== "UpdateItem") return deliver();
    asked++;
    return refusal ?? deliver();
  };
  story = await openStory(onePair, { school: { ...school, mail: { perSecond } }, interception });
  for (const who of ["wei", "priya"]) await story.press(who, "welcome", "accept-agreement");
  await proposeAll(story.runtime);
  await story.until("2026-11-13 10:01");
  story.post();
  const before = asked;
  return { asked: () => asked - before, refuse: (says) => (refusal = says) };
}

async function confirm(): Promise<void> {
  const [mentorship] = await listMentorships(tableOf(story.runtime));
  await actOnMentorship(story.runtime, mentorship!.id, { type: "confirmed", by: "administrator" });
}

const leaveTurns = (left: number) =>
  takeTurns(tableOf(story.runtime), story.now(), turnsOfAStretch - left, perSecond);

it("asks once for both", async () => {
  const { asked } = await openProposal();
  await confirm();
  expect(story.post()).toEqual(["2026-11-13 10:01 paired → wei", "2026-11-13 10:01 paired → priya"]);
  expect(asked()).toBe(1);
});

it("sends the first where one turn is left, and the other with the sweep", async () => {
  await openProposal();
  await leaveTurns(1);
  await confirm();
  expect(story.post()).toEqual(["2026-11-13 10:01 paired → wei"]);
  await story.until("2026-11-13 10:30");
  expect(story.post()).toEqual(["2026-11-13 10:05 paired → priya"]);
});

it("leaves both to the sweep where turns cannot be asked for", async () => {
  const { refuse } = await openProposal();
  refuse(answer(400, "application/x-amz-json-1.0", JSON.stringify({ __type: "AccessDeniedException" })));
  await confirm();
  refuse(undefined);
  expect(story.post()).toEqual([]);
  await story.until("2026-11-13 10:30");
  expect(story.post().sort()).toEqual(["2026-11-13 10:05 paired → priya", "2026-11-13 10:05 paired → wei"]);
});
