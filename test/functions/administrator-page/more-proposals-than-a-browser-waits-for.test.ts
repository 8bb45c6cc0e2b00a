/** Where there are more pairs to propose than a browser waits for, the page answers in time, and asked again it goes on. */
import { expect, it } from "vitest";
import { listMentorships } from "../../../shared/records/mentorships.ts";
import { addPerson } from "../../../shared/records/people.ts";
import { transact } from "../../../shared/records/table.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { administrator, maya, openOwnWorld, ravi, siteUrl } from "../../pages/own-world.ts";
import { open } from "../answer/pages-world.ts";

const path = "/administrator/pairs";

it("says that some are left, until none is", async () => {
  let isSlow = false;
  const world = await openOwnWorld(
    {},
    {
      booked: false,
      interception: async (call, deliver) => {
        const answer = await deliver();
        if (isSlow && call.operation === "TransactWriteItems") await world.meanwhile(world.now() + 25_000);
        return answer;
      },
    },
  );
  const table = tableOf(world.runtime);
  for (const id of ["nadia", "omar"])
    await transact(table, addPerson(table, { ...maya, id, email: `${id}@riverside.example.edu` }), id);
  const kim = { ...ravi, id: "kim", email: "kim@riverside.example.edu" };
  await transact(table, addPerson(table, { ...kim, mentor: { ...ravi.mentor!, capacity: 2 } }), "kim");
  const proposed = async () =>
    (await listMentorships(table)).filter(({ state }) => state === "proposed").length;
  const cookie = await world.signIn(administrator);
  const ask = async () => {
    isSlow = true;
    const { headers } = await open(world, `${path}/propose`, {
      form: { mode: "stable" },
      headers: { cookie, origin: siteUrl },
    });
    isSlow = false;
    return [headers.get("location"), await proposed()];
  };
  expect(await ask()).toEqual([`${path}?done=proposed-some`, 1]);
  expect((await world.browse(administrator, `${path}?done=proposed-some`)).text).toContain(
    "Many pairs are proposed and some are left: ask for proposals again to go on.",
  );
  expect(await ask()).toEqual([`${path}?done=proposed`, 2]);
  await world.close();
});
