/** In a school that nobody has joined yet, the overview says how the first people come. */
import { expect, it } from "vitest";
import { administratorPage } from "../../../functions/administrator-page/index.ts";
import { startSession } from "../../../shared/links/session.ts";
import { addInvitation } from "../../../shared/records/people.ts";
import { transact } from "../../../shared/records/table.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { openSmallWorld } from "../../local/small-world.ts";
import { administrator } from "../../pages/own-world.ts";
import { open, siteUrl } from "../answer/pages-world.ts";

it("leads to the import and to the page where people ask to join, until somebody is invited", async () => {
  const world = await openSmallWorld(
    { "administrator-page": (event, runtime) => administratorPage(runtime)(event) },
    { siteUrl },
  );
  const table = tableOf(world.runtime);
  const { token, write } = startSession(table, administrator, world.now(), world.runtime.randomBytes);
  await transact(table, [write], "session");
  const overview = async () =>
    (await open(world, "/administrator", { headers: { cookie: `session=${token}` } })).html;
  const says =
    'Nobody is here yet: <a href="/administrator/import">import people</a>, or let them ask to join on <a href="/">the first page</a>';
  expect(await overview()).toContain(says);
  expect(await overview()).not.toContain("Everything runs by itself.");
  await transact(
    table,
    [
      addInvitation(table, {
        name: "Kim Soto",
        email: "kim@riverside.example.edu",
        role: "student",
        invitedAt: 0,
      }),
    ],
    "invited",
  );
  expect(await overview()).not.toContain(says);
  await world.close();
});
