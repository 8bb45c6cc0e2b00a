/** "Did you meet?" opened twice: the page from before does not undo what the other one has saved. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { textMaxLength } from "../../../shared/domain/people.ts";
import { hour } from "../../../shared/domain/time.ts";
import { meetsAt, openPairWorld, type PairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

let world: PairWorld;
let path: string;
beforeEach(async () => {
  world = await openPairWorld();
  await world.advanceTo(meetsAt + 2 * hour);
  path = await world.give("answer", "mentor");
});
afterEach(() => world.close());

const madeFrom = ({ html }: { html: string }): string =>
  parse(html).querySelector("[name=made-from]")!.getAttribute("value")!;
const said = { attendance: "met", worth: "4", nextStep: "Ask Dr. Lin.", line: "Come earlier." };
const empty = { attendance: "met", nextStep: "", line: "" };

async function stands() {
  const [{ answers }, { nextStep }] = [await world.meeting(), await world.mentorship()];
  const { attendance, worth, line } = answers.mentor!;
  return { attendance, worth, nextStep: nextStep?.notes.mentor, line };
}

it("keeps what was said elsewhere in fields that this page leaves empty", async () => {
  const opened = madeFrom(await open(world, path));
  expect(opened).toBe("");
  await open(world, path, { form: { ...said, "made-from": opened } });
  const late = { ...empty, attendance: "met-shortened", "made-from": opened };
  expect((await open(world, path, { form: late })).status).toBe(200);
  expect(await stands()).toEqual({ ...said, attendance: "met-shortened", worth: 4 });
});

it("keeps it also after the page has been refused and sent again", async () => {
  const opened = madeFrom(await open(world, path));
  await open(world, path, { form: { ...said, "made-from": opened } });
  const tooLong = { ...empty, line: "x".repeat(textMaxLength + 1), "made-from": opened };
  const refused = await open(world, path, { form: tooLong });
  expect([refused.status, madeFrom(refused)]).toEqual([422, ""]);
  await open(world, path, { form: { ...empty, line: "Be brief.", "made-from": madeFrom(refused) } });
  expect(await stands()).toEqual({ ...said, worth: 4, line: "Be brief." });
});

it("takes back what is cleared on a page that shows it", async () => {
  await open(world, path, { form: said });
  const opened = madeFrom(await open(world, path));
  expect(opened).toBe("attendance=met&worth=4&nextStep=Ask+Dr.+Lin.&line=Come+earlier.");
  await open(world, path, { form: { ...empty, "made-from": opened } });
  expect(await stands()).toEqual({
    attendance: "met",
    worth: undefined,
    nextStep: undefined,
    line: undefined,
  });
});
