/** A mail program unsubscribes by itself, with the body of RFC 8058 and without cookie, origin or page. */
import { expect, it } from "vitest";
import { openPairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

it.each([
  ["as a form", new URLSearchParams({ "List-Unsubscribe": "One-Click" }), {}],
  [
    "as a form of another site",
    new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    { origin: "https://mail.example" },
  ],
])("posted %s", async (_how, form, headers) => {
  const world = await openPairWorld();
  const path = await world.give("unsubscribe", "student");
  const { status, title } = await open(world, path, { form, headers });
  expect([status, title]).toEqual([200, "This mail is stopped"]);
  expect((await world.person("maya")).wantsOptionalMail).toBe(false);
  expect((await world.person("ravi")).wantsOptionalMail).toBe(true);
  await world.close();
});

it("posted as multipart, which RFC 8058 allows as well", async () => {
  const world = await openPairWorld();
  const path = await world.give("unsubscribe", "student");
  const body = new FormData();
  body.set("List-Unsubscribe", "One-Click");
  const response = await world.request(
    new Request(`https://riverside.example.edu${path}`, { method: "POST", body }),
  );
  expect(response.status).toBe(200);
  expect((await world.person("maya")).wantsOptionalMail).toBe(false);
  await world.close();
});
