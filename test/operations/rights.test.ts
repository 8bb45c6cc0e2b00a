/** The commands ask AWS for the rights that the handbook names, on what it names, and for no others. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { operations } from "../../infra/operations/operations.ts";
import { askedRights } from "../infra/rights-in-use/asked-rights.ts";
import { onePair, openStory, pairEverybody } from "../journeys/a-school.ts";

/** What the handbook calls a resource of a right. */
const inTheHandbook: readonly (readonly [arn: RegExp, words: string])[] = [
  [/:table\/[^/]+$/, "the table, `table/NAME`"],
  [/:table\/[^/]+\/index\/[^/]+$/, "its indexes, `table/NAME/index/*`"],
  [/:schedule\/\*\/\*$/, "all schedules, `schedule/*/*`"],
  [/:schedule\/mentor-rounds-riverside\/[^*]+$/, "the schedules of its group, `schedule/GROUP/*`"],
  [/:role\/scheduler$/, "the clock's role"],
  [/:(identity|configuration-set)\/[^/]+$/, "the sender's identity and the configuration set"],
  [/^\*$/, "everything, `*`"],
];
const wordsFor = (resource: string): string =>
  inTheHandbook.find(([arn]) => arn.test(resource))?.[1] ?? resource;

const page = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");
const named = [...page.matchAll(/^\| (.+) \| ((?:`\w+:\w+`(?:, )?)+) \|$/gm)].flatMap(([, on, rights]) =>
  rights!.split(", ").map((right) => `${right.replaceAll("`", "")} on ${on}`),
);

/** One pair is erased; the other still has clocks to be set again. */
const twoPairs = `${onePair}student,Ada Brandt,ada@riverside.example.edu,,MS3,pediatrics,research,1,America/New_York,Mon 17:00-19:00,,research: Write a case report,
`;

it("names each right, and what it must be on", async () => {
  // Before a command has anything else, it asks for its stack.
  const asked = new Set(["cloudformation:DescribeStacks on the stack"]);
  let isCommand = false;
  const story = await openStory(twoPairs, {
    interception: (call, deliver) => {
      if (isCommand)
        for (const { action, resource } of askedRights(call, ["riverside.example.edu"]))
          asked.add(`${action} on ${wordsFor(resource)}`);
      return deliver();
    },
  });
  await pairEverybody(story);
  await story.until("2026-11-24 12:00");
  const folder = mkdtempSync(join(tmpdir(), "mentor-rounds-"));
  const roster = join(folder, "roster.csv");
  const data = join(folder, "data");
  writeFileSync(roster, onePair.replaceAll(/wei@/g, "lee@"));

  const given: Record<string, { what?: string; options?: Record<string, string> }> = {
    status: {},
    audit: { what: "2026-11" },
    export: { what: data },
    invite: { what: roster },
    erase: { what: "wei@riverside.example.edu" },
    "rebuild-schedules": {
      options: { "restored-to": "2026-11-24T16:00:00Z", erased: join(data, "email-erased.json") },
    },
    "release-mail": {},
  };
  expect(Object.keys(given).sort()).toEqual(Object.keys(operations).sort());
  for (const [name, { what = "", options = {} }] of Object.entries(given)) {
    isCommand = true;
    const looked = await operations[name]!.look({ runtime: story.runtime, what, options, dryRun: false });
    await looked.carryOut?.();
    isCommand = false;
    // The sweep catches up with what was lost before mail may be released.
    await story.advanceTo(story.now() + 20 * 60_000);
  }
  rmSync(folder, { recursive: true });
  await story.close();
  expect([...asked].sort()).toEqual(named.sort());
});
