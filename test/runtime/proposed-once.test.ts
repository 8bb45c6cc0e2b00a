/** Two administrators, or one with a double click, ask for proposals at one moment: nobody is proposed to the same mentor twice. */
import { expect, it } from "vitest";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { addPerson } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { erasePerson } from "../../shared/runtime/erase-person.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { maya, openOwnWorld, ravi } from "../pages/own-world.ts";

const nadia = {
  ...maya,
  id: "nadia",
  name: "Nadia Obi",
  email: "nadia@riverside.example.edu",
  student: { ...maya.student!, mentorsWanted: 2 },
};
const kim = { ...ravi, id: "kim", name: "Kim Soto", email: "kim@riverside.example.edu" };

it("and who wants two mentors is proposed to both", async () => {
  let asked = 0;
  const world = await openOwnWorld(
    {},
    {
      booked: false,
      // The second asks while the first writes.
      interception: async (call, deliver) => {
        if (asked === 1 && call.operation === "TransactWriteItems") {
          asked++;
          await proposeAll(world.runtime);
        }
        return deliver();
      },
    },
  );
  const table = tableOf(world.runtime);
  await transact(table, [...addPerson(table, nadia), ...addPerson(table, kim)], "nadia-and-kim");
  asked = 1;
  await proposeAll(world.runtime);
  const proposed = (await listMentorships(table)).filter(({ state }) => state === "proposed");
  expect(proposed.map(({ studentId, mentorId }) => `${studentId} and ${mentorId}`).sort()).toEqual([
    "nadia and kim",
    "nadia and ravi",
  ]);
  expect(asked).toBe(2);
  await world.close();
});

it("and nobody to a mentor who is erased while the proposals are written", async () => {
  let erasing: ReturnType<typeof erasePerson> | undefined;
  const world = await openOwnWorld(
    {},
    {
      booked: false,
      interception: async (call, deliver) => {
        if (call.operation === "TransactWriteItems" && call.body.includes('"proposed"')) {
          erasing ??= erasePerson(world.runtime, ravi.email, "with-goodbye");
          await erasing;
        }
        return deliver();
      },
    },
  );
  const table = tableOf(world.runtime);
  await transact(table, addPerson(table, nadia), "nadia");
  await proposeAll(world.runtime);
  expect(await erasing).toMatchObject({ ok: true });
  expect((await listMentorships(table)).map(({ studentId, state }) => [studentId, state])).toEqual([
    ["maya", "declined"],
  ]);
  await world.close();
});
