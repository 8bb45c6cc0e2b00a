/** The overview counts, and names what needs a hand and where to lend it. */
import { parse } from "node-html-parser";
import { afterEach, expect, it } from "vitest";
import type { Meeting } from "../../../shared/domain/meetings.ts";
import { saveMeetings } from "../../../shared/records/meetings.ts";
import { addPerson } from "../../../shared/records/people.ts";
import { transact } from "../../../shared/records/table.ts";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { administrator, maya, meetingId, type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";
import { pairStands } from "../answer/a-pair-in-december.ts";

let world: OwnWorld;
afterEach(() => world.close());

it("says that nothing is to do when everything runs", async () => {
  world = await openOwnWorld();
  const page = await world.browse(administrator, "/administrator");
  const figures = parse(page.html)
    .querySelectorAll(".figures li")
    .map(({ textContent }) => textContent);
  expect(figures).toEqual([
    "1students",
    "1mentors",
    "0invited, not here yet",
    "1active pairs",
    "1meetings ahead",
    "0held this month",
  ]);
  expect(page.text).toContain("What needs a hand Nothing. Everything runs by itself.");
});

it("leads to the month of a meeting of which nobody knows whether it took place", async () => {
  world = await openOwnWorld();
  const table = tableOf(world.runtime);
  const before = (await world.meeting())!;
  await transact(
    table,
    saveMeetings(table, [{ after: { ...before, state: "unknown" }, before, dueAt: undefined }]),
    "unknown",
  );
  await world.advanceTo(Date.UTC(2027, 0, 5, 12));
  const page = await world.browse(administrator, "/administrator");
  expect(page.html).toContain('<a href="/administrator/months?month=2026-12">1 meeting</a> of which nobody');
});

it("names proposals, mentors to approve, and pairs without a time with the reason", async () => {
  world = await openOwnWorld(
    {
      ravi: { mentor: { ...ravi.mentor!, kind: "association", approved: false } },
    },
    { booked: false },
  );
  const event = { type: "no-time-found", by: "planner", reason: "no-common-window" } as const;
  expect((await actOnMeeting(world.runtime, meetingId, event)).ok).toBe(true);
  await pairStands(world.runtime, "proposed");
  const page = await world.browse(administrator, "/administrator");
  expect(page.text).toContain("1 proposed pair to look at and confirm");
  expect(page.text).toContain("1 mentor from outside to approve");
  expect(page.text).toContain(
    "1 pair without a time Maya Chen and Ravi Menon, December 2026. Their weekly times do not overlap long enough.",
  );
  const approve = await world.browse(administrator, "/administrator/people?show=to-approve");
  expect(approve.text).toContain("Approve Ravi Menon");
  await world.browse(administrator, "/administrator/people/ravi/approve", {});
  expect((await world.person(ravi.id))?.mentor?.approved).toBe(true);
  expect((await world.browse(administrator, "/administrator/people?show=to-approve")).text).toContain(
    "Nobody.",
  );
});

/** Each item of what needs a hand, with where it leads. */
const items = async () =>
  parse((await world.browse(administrator, "/administrator")).html)
    .querySelectorAll("main h2 + ul > li")
    .map((item) => [item.querySelector("a")?.getAttribute("href"), item.textContent]);

it.each([
  ["proposed", false, "1 student without a mentor, to whom one can be proposed now"],
  ["chosen", true, "1 student without a mentor, who can choose one now"],
])(
  "counts students without a mentor as their page does, where pairs are %s",
  async (_how, studentsChoose, found) => {
    world = await openOwnWorld({}, { studentsChoose });
    const table = tableOf(world.runtime);
    const arrive = (id: string) =>
      transact(table, addPerson(table, { ...maya, id, name: id, email: `${id}@riverside.example.edu` }), id);
    await arrive("nadia");
    expect(await items()).toEqual([["/administrator/pairs", found]]);
    // Ravi has one place left.
    await arrive("uma");
    await arrive("kim");
    expect(await items()).toEqual([
      ["/administrator/pairs/without", "2 students without a mentor, for whom the matching finds nobody now"],
      ["/administrator/pairs", found],
    ]);
    expect((await world.browse(administrator, "/administrator/pairs/without")).text).toContain(
      "2 students for whom the matching finds nobody now",
    );
  },
);

it.each([
  [["2026-11"], ["1 meeting of which nobody knows whether it took place, in November 2026"]],
  [
    ["2026-10", "2026-11", "2026-11"],
    [
      "1 meeting of which nobody knows whether it took place, in October 2026",
      "2 meetings of which nobody knows whether they took place, in November 2026",
    ],
  ],
] as const)(
  "leads to each month of meetings of %j of which nobody knows whether they took place",
  async (months, found) => {
    world = await openOwnWorld();
    const table = tableOf(world.runtime);
    const { startAt: _, ...meeting } = (await world.meeting())!;
    const past = months.map(
      (month, index): Meeting => ({ ...meeting, id: `${index}`, month, state: "unknown" }),
    );
    const writes = saveMeetings(
      table,
      past.map((after) => ({ after, before: undefined, dueAt: undefined })),
    );
    await transact(table, writes, "past");
    const links = [...new Set(months)].map((month) => `/administrator/months?month=${month}`);
    expect(await items()).toEqual(links.map((link, index) => [link, found[index]]));
  },
);

it.each(["proposed", "offered", "agreeing", "active"] as const)(
  "a student whose pair is %s is not without a mentor",
  async (state) => {
    world = await openOwnWorld({ mentorship: { state } }, { booked: false });
    expect((await items()).filter(([, text]) => text?.includes("without a mentor"))).toEqual([]);
  },
);
