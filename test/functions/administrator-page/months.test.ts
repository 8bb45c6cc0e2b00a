/** A month is opened by hand once, and then shows every pair's meeting or why it has none. */
import { afterEach, describe, expect, it } from "vitest";
import { listMessages } from "../../../shared/records/messages.ts";
import { listRounds, removeRound } from "../../../shared/records/rounds.ts";
import { transact } from "../../../shared/records/table.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { administrator, type OwnWorld, openOwnWorld } from "../../pages/own-world.ts";

const path = "/administrator/months";
let world: OwnWorld;
afterEach(() => world.close());

it("shows an open month's meetings in the school's time", async () => {
  world = await openOwnWorld();
  const page = await world.browse(administrator, `${path}?month=2026-12`);
  expect(page.title).toBe("December 2026");
  expect(page.text).toContain("Opened on Tuesday, November 24, 2026, 10:00 AM (New York time, UTC−5).");
  expect(page.html).toContain(
    '<tr><th scope="row">Maya Chen</th><td>Ravi Menon</td><td><span class="at">2026-12-10 07:30</span></td><td>booked</td></tr>',
  );
});

it("opens a month by hand, once", async () => {
  world = await openOwnWorld();
  const opened = await world.browse(administrator, `${path}/open`, { month: "2026-11" });
  expect([opened.status, opened.headers.get("location")]).toEqual([303, `${path}?month=2026-11&done=opened`]);
  const page = await world.browse(administrator, `${path}?month=2026-11&done=opened`);
  expect(page.text).toContain("1no time found");
  expect(page.text).toContain(
    "All common times that are left fall on an absence, an exam week or a closed day, or lie outside the school year.",
  );
  const again = await world.browse(administrator, `${path}/open`, { month: "2026-11" });
  expect([again.status, again.text.slice(0, 31)]).toEqual([409, "This month is open already. Nov"]);
});

it("says that a month which is over cannot be opened", async () => {
  world = await openOwnWorld();
  const page = await world.browse(administrator, `${path}/open`, { month: "2026-10" });
  expect([page.status, page.text.slice(0, 23)]).toEqual([409, "This month is over; it "]);
});

it("opens no month that was not asked for", async () => {
  world = await openOwnWorld();
  const early = await world.browse(administrator, `${path}/open`, { month: "2027-03" });
  expect([early.status, early.text.slice(0, 16)]).toEqual([409, "It is too early:"]);
  for (const month of ["<b>", "", "2026", "2026-13", "2026-00"])
    expect((await world.browse(administrator, `${path}/open`, { month })).status).toBe(404);
  expect((await world.browse(administrator, `${path}?month=2026-11`)).text).not.toContain("Opened on");
});

it("says that a month after the school year cannot be opened, and how the year goes on", async () => {
  world = await openOwnWorld();
  await world.advanceTo(Date.UTC(2027, 4, 3, 12));
  const says =
    "The school year ends before this month. Should it go on, set its last day in the school's file and deploy that.";
  const page = await world.browse(administrator, `${path}?month=2027-06`);
  expect(page.text).toContain(says);
  expect(page.html).not.toContain(`${path}/open`);
  const answer = await world.browse(administrator, `${path}/open`, { month: "2027-06" });
  expect([answer.status, answer.text.slice(0, says.length)]).toEqual([409, says]);
});

it("shows the month we are in, whatever the address asks for", async () => {
  world = await openOwnWorld();
  expect((await world.browse(administrator, `${path}/open`, { month: "2026-11" })).status).toBe(303);
  for (const month of ["2031-01", "<b>", ""])
    expect((await world.browse(administrator, `${path}?month=${month}`)).title).toBe("November 2026");
});

describe("a month that was never opened", () => {
  const letters = async () => (await listMessages(tableOf(world.runtime), ["2026-11"])).length;

  it("gives way to the next once that one's hour has come", async () => {
    world = await openOwnWorld();
    expect((await world.browse(administrator, path)).title).toBe("December 2026");
    await world.advanceTo(Date.UTC(2026, 11, 20, 17));
    expect((await world.browse(administrator, path)).title).toBe("December 2026");
  });

  it("says how little of it is left, and leads to the next while that is closed too", async () => {
    world = await openOwnWorld({}, { booked: false });
    const table = tableOf(world.runtime);
    const [december] = await listRounds(table);
    expect(await transact(table, [removeRound(table, december!)], "away")).toBeUndefined();
    await world.advanceTo(Date.UTC(2026, 10, 28, 17));
    const before = await letters();
    const page = await world.browse(administrator, `${path}?month=2026-11`);
    expect(page.text).toContain(
      "November 2026 has 2 days left after today. If you open it, each pair without a common time in what is left gets a mail that says so. You can leave it out and begin with December 2026.",
    );
    expect(page.html).toContain(`begin with <a href="${path}?month=2026-12">December 2026</a>`);
    expect((await world.browse(administrator, path)).title).toBe("December 2026");
    expect((await world.browse(administrator, path)).text).not.toContain("left after today");
    await world.browse(administrator, `${path}/open`, { month: "2026-11" });
    expect((await letters()) - before).toBe(2);
  });

  it("says so on its last day, and of a month in which the school year ends", async () => {
    world = await openOwnWorld({}, { schoolYear: { from: "2026-08-17", to: "2026-11-27" } });
    expect((await world.browse(administrator, path)).text).toContain(
      "November 2026 has 3 days left after today. If",
    );
    await world.advanceTo(Date.UTC(2026, 10, 30, 17));
    expect((await world.browse(administrator, path)).text).toContain(
      "has no day left after today. If you open it",
    );
    expect((await world.browse(administrator, path)).text).not.toContain("You can leave it out");
  });
});
