/** An administrator who is a mentor too gets from one page to the other. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { administrator, type OwnWorld, openOwnWorld } from "../../pages/own-world.ts";

let world: OwnWorld;
beforeAll(async () => {
  world = await openOwnWorld({ ravi: { email: administrator } }, { booked: false });
});
afterAll(() => world.close());

const lastLink = async (path: string): Promise<string | undefined> => {
  const { html } = await world.browse(administrator, path);
  const [navigation] = /<nav.*?<\/nav>/s.exec(html) ?? [""];
  return [...navigation.matchAll(/href="([^"]+)"/g)].at(-1)?.[1];
};

it("leads from the administrator's page to the mentor's and back", async () => {
  expect(await lastLink("/administrator")).toBe("/mentor");
  expect(await lastLink("/mentor")).toBe("/administrator");
});

it("leads nowhere else for an administrator who takes no part", async () => {
  const other = await openOwnWorld({}, { booked: false });
  const { html } = await other.browse(administrator, "/administrator");
  expect(html).not.toContain("As a mentor");
  await other.close();
});
