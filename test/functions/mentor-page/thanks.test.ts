/** A mentor keeps the students' thanks for as long as he or she wants to, and removes one after looking at it again. */
import { afterEach, expect, it } from "vitest";
import { addThankYou, loadThankYousOf } from "../../../shared/records/mentorships.ts";
import { transact } from "../../../shared/records/table.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { maya, mentorshipId, type OwnWorld, openOwnWorld, ravi, startAt } from "../../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const kept = async () => (await loadThankYousOf(tableOf(world.runtime), ravi.id)).map(({ text }) => text);

it("shows the note, asks, and removes that one only", async () => {
  world = await openOwnWorld();
  const table = tableOf(world.runtime);
  const note = { mentorshipId, studentId: maya.id, mentorId: ravi.id, writtenAt: startAt };
  await transact(
    table,
    [
      addThankYou(table, { ...note, id: "one", milestone: "first-meeting", text: "You listened." }),
      addThankYou(table, { ...note, id: "two", milestone: "year-end", text: "You asked." }),
    ],
    "notes",
  );
  const list = await world.browse(ravi.email, "/mentor/thanks");
  expect(list.html.match(/href="\/mentor\/thanks\/\w+"/g)).toEqual([
    'href="/mentor/thanks/two"',
    'href="/mentor/thanks/one"',
  ]);
  expect((await world.browse(ravi.email, "/mentor/thanks/one")).text).toBe(
    "Remove this note? You listened. It is gone for good then. Maya Chen is not told. Remove this note Keep it",
  );
  expect(await kept()).toEqual(["You listened.", "You asked."]);
  for (const _press of [1, 2]) {
    const { status, headers } = await world.browse(ravi.email, "/mentor/thanks/one", {});
    expect([status, headers.get("location")]).toEqual([303, "/mentor/thanks"]);
    expect(await kept()).toEqual(["You asked."]);
  }
  expect((await world.browse(ravi.email, "/mentor/thanks/one")).status).toBe(404);
});
