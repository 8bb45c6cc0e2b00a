/** The help is read from the tables by which meetings and mentorships live, so it leaves nothing out. */
import { parse } from "node-html-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meetingLife } from "../../../shared/domain/lifecycle/meeting-life.ts";
import { mentorshipLife } from "../../../shared/domain/lifecycle/mentorship-life.ts";
import { administrator, type OwnWorld, openOwnWorld } from "../../pages/own-world.ts";

let world: OwnWorld;
let text = "";
beforeAll(async () => {
  world = await openOwnWorld();
  const page = await world.browse(administrator, "/administrator/how-it-works");
  text = parse(page.html).querySelector("main")!.textContent.replace(/\s+/g, " ");
});
afterAll(() => world.close());

type Row = {
  means: string;
  people: Record<string, { says: string }>;
  time: Record<string, { says: string }>;
};
const rows = Object.entries({ ...meetingLife, ...mentorshipLife } as unknown as Record<string, Row>);

describe("the help", () => {
  it.each(rows)("says what %s means and all that happens in it", (_state, { means, people, time }) => {
    expect(text).toContain(means);
    for (const { says } of [...Object.values(people), ...Object.values(time)])
      expect(text).toContain(says.charAt(0).toUpperCase() + says.slice(1));
  });
});
