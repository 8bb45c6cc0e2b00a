/** Only our own pages may post: what another site makes a browser send changes nothing. */
import { expect, it } from "vitest";
import { maya, openOwnWorld, siteUrl } from "../../pages/own-world.ts";
import { dump, open } from "../answer/pages-world.ts";

it.each([
  ["says nothing of where it comes from", {}],
  ["comes from another site", { origin: "https://evil.example" }],
  ["comes from a page without an origin", { origin: "null" }],
  ["comes from a neighbor of ours", { origin: "https://riverside.example.edu.evil.example" }],
  ["says that it was made across sites", { "sec-fetch-site": "cross-site" }],
])("a post that %s is refused with a page", async (_what, headers) => {
  const world = await openOwnWorld();
  const cookie = await world.signIn(maya.email);
  const before = await dump(world);
  const form = { optional: "off" };
  const page = await open(world, "/student/profile/mail", { form, headers: { cookie, ...headers } });
  expect(page.status).toBe(403);
  expect(page.text).toBe(
    `This did not come from our page Nothing was changed. Please open ${siteUrl} and do it again from there.`,
  );
  expect(await dump(world)).toEqual(before);
  await world.close();
});

it.each([{ origin: siteUrl }, { "sec-fetch-site": "same-origin" }])(
  "a post with %j is taken",
  async (headers) => {
    const world = await openOwnWorld();
    const cookie = await world.signIn(maya.email);
    const form = { optional: "off" };
    const page = await open(world, "/student/profile/mail", { form, headers: { cookie, ...headers } });
    expect([page.status, page.headers.get("location")]).toEqual([303, "/student/profile?done=mail"]);
    expect((await world.person(maya.id))?.wantsOptionalMail).toBe(false);
    await world.close();
  },
);
