/** An administrator has pairs proposed, sees why, and has the last word; who is left without is named, with the reason. */
import { type HTMLElement, parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rowsOfAPart } from "../../../shared/pages/data-table.ts";
import { listMentorships, saveMentorship } from "../../../shared/records/mentorships.ts";
import { addPerson, listPeople } from "../../../shared/records/people.ts";
import { transact } from "../../../shared/records/table.ts";
import { changePerson } from "../../../shared/runtime/act-on-person.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { administrator, maya, type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";

const path = "/administrator/pairs";
const led = ({ status, headers }: { status: number; headers: Headers }) => [status, headers.get("location")];

let world: OwnWorld;
beforeEach(async () => {
  world = await openOwnWorld({ mentorship: { state: "active" } }, { booked: false });
});
afterEach(() => world.close());

const textIn = ({ textContent }: HTMLElement): string => textContent;

async function arrive(...people: (typeof maya)[]): Promise<void> {
  const table = tableOf(world.runtime);
  const writes = people.flatMap((person) => addPerson(table, person));
  await transact(table, writes, people.map(({ id }) => id).join("-"));
}

const nadia = { ...maya, id: "nadia", name: "Nadia Obi", email: "nadia@riverside.example.edu" };
const uma = { ...nadia, id: "uma", name: "Uma Moen", email: "uma@riverside.example.edu" };
const states = async () =>
  (await listMentorships(tableOf(world.runtime))).map(({ studentId, state }) => [studentId, state]).sort();

it("proposes, shows the reasons, and confirms with one press", async () => {
  await arrive(nadia);
  expect(led(await world.browse(administrator, `${path}/propose`, {}))).toEqual([
    303,
    `${path}?done=proposed`,
  ]);
  const page = await world.browse(administrator, `${path}?done=proposed`);
  expect(page.text).toContain("1 proposal; nobody hears of one before it is confirmed");
  expect(page.text).toContain("Both chose Pediatrics");
  expect(page.text).not.toContain("Confirm all");
  const id = /pairs\/([a-z2-7]+)\/confirm"/.exec(page.html)![1]!;
  expect(led(await world.browse(administrator, `${path}/${id}/confirm`, {}))).toEqual([
    303,
    `${path}?done=confirmed`,
  ]);
  expect(await states()).toEqual([
    ["maya", "active"],
    ["nadia", "active"],
  ]);
  expect(led(await world.browse(administrator, `${path}/${id}/confirm`, {}))).toEqual([
    303,
    `${path}?done=confirmed`,
  ]);
  const again = await world.browse(administrator, `${path}/${id}/set-aside`, {});
  expect(again.status).toBe(409);
  expect(again.text).toMatch(/^This proposal is no longer open\./);
});

it("sets a proposal aside, and does not propose it again", async () => {
  await arrive(nadia);
  await world.browse(administrator, `${path}/propose`, {});
  const id = /pairs\/([a-z2-7]+)\/set-aside"/.exec((await world.browse(administrator, path)).html)![1]!;
  expect(led(await world.browse(administrator, `${path}/${id}/set-aside`, {}))).toEqual([
    303,
    `${path}?done=set-aside`,
  ]);
  await world.browse(administrator, `${path}/propose`, {});
  expect(await states()).toEqual([
    ["maya", "active"],
    ["nadia", "withdrawn"],
  ]);
});

it("confirms all proposals at once", async () => {
  await arrive(nadia, { ...ravi, id: "kim", name: "Kim Soto", email: "kim@riverside.example.edu" }, uma);
  await world.browse(administrator, `${path}/propose`, {});
  expect((await world.browse(administrator, path)).text).toContain("Confirm all 2");
  expect(led(await world.browse(administrator, `${path}/confirm-all`, {}))).toEqual([
    303,
    `${path}?done=confirmed-all`,
  ]);
  expect(await states()).toEqual([
    ["maya", "active"],
    ["nadia", "active"],
    ["uma", "active"],
  ]);
});

const changedSince =
  "since they were proposed, the mentor has made room for fewer students, the student wishes for fewer mentors, or a peer is no longer further along than the student. Set them aside, and the student can be paired anew.";

it("confirms none for whom a mentor has no room any more", async () => {
  await arrive(nadia, uma);
  const [elena] = (await listPeople(tableOf(world.runtime))).filter(({ mentor }) => mentor);
  const change = (capacity: number) =>
    changePerson(world.runtime, elena!.id, (person) => ({
      ...person,
      mentor: { ...person.mentor!, capacity },
    }));
  await change(3);
  await world.browse(administrator, `${path}/propose`, {});
  await change(1);
  const id = /pairs\/([a-z2-7]+)\/confirm"/.exec((await world.browse(administrator, path)).html)![1]!;
  const one = await world.browse(administrator, `${path}/${id}/confirm`, {});
  expect([one.status, one.text.startsWith(`These two are not confirmed: ${changedSince}`)]).toEqual([
    409,
    true,
  ]);
  await change(2);
  const all = await world.browse(administrator, `${path}/confirm-all`, {});
  expect([
    all.status,
    all.text.startsWith(`Those below are still proposed and not confirmed: ${changedSince}`),
  ]).toEqual([409, true]);
  expect((await states()).map(([, state]) => state).sort()).toEqual(["active", "active", "proposed"]);
});

it("confirms no peer with whom the student has caught up", async () => {
  await arrive(nadia);
  const [elena] = (await listPeople(tableOf(world.runtime))).filter(({ mentor }) => mentor);
  await changePerson(world.runtime, elena!.id, (person) => ({
    ...person,
    mentor: { ...person.mentor!, kind: "peer", stage: "MS4" },
  }));
  await world.browse(administrator, `${path}/propose`, {});
  const proposed = (await listMentorships(tableOf(world.runtime))).find(({ state }) => state === "proposed")!;
  await changePerson(world.runtime, proposed.studentId, (person) => ({
    ...person,
    student: { ...person.student!, stage: "MS4" },
  }));
  for (const way of [`${proposed.id}/confirm`, "confirm-all"]) {
    const confirmed = await world.browse(administrator, `${path}/${way}`, {});
    expect([confirmed.status, confirmed.text.includes(changedSince)]).toEqual([409, true]);
  }
  expect((await states()).map(([, state]) => state).sort()).toEqual(["active", "proposed"]);
});

it("confirms no second mentor for a student who wishes for one only", async () => {
  await arrive(nadia);
  await world.browse(administrator, `${path}/propose`, {});
  const proposed = (await listMentorships(tableOf(world.runtime))).find(({ state }) => state === "proposed")!;
  const other = { ...proposed, id: "other", mentorId: "somebody", state: "agreeing" as const };
  const table = tableOf(world.runtime);
  await transact(table, saveMentorship(table, other, undefined, undefined), other.id);
  const confirmed = await world.browse(administrator, `${path}/${proposed.id}/confirm`, {});
  expect([confirmed.status, confirmed.text.startsWith("These two are not confirmed: ")]).toEqual([409, true]);
  expect(await states()).toEqual([
    ["maya", "active"],
    ["nadia", "agreeing"],
    ["nadia", "proposed"],
  ]);
});

it("confirms somebody for a place that an ended pair has left", async () => {
  await arrive(nadia);
  const active = (await world.mentorship())!;
  const ended = { ...active, id: "ended", studentId: "somebody", state: "declined" as const, endedAt: 1 };
  const table = tableOf(world.runtime);
  await transact(table, saveMentorship(table, ended, undefined, undefined), ended.id);
  await changePerson(world.runtime, active.mentorId, (person) => ({
    ...person,
    mentor: { ...person.mentor!, capacity: 2 },
  }));
  await world.browse(administrator, `${path}/propose`, {});
  const id = /pairs\/([a-z2-7]+)\/confirm"/.exec((await world.browse(administrator, path)).html)![1]!;
  expect(led(await world.browse(administrator, `${path}/${id}/confirm`, {}))).toEqual([
    303,
    `${path}?done=confirmed`,
  ]);
});

it("counts all pairs, also where a part of them is shown", async () => {
  const pair = (await world.mentorship())!;
  const others = Array.from({ length: rowsOfAPart }, (_, index) => ({ ...pair, id: `pair${index}` }));
  const table = tableOf(world.runtime);
  for (const other of others)
    await transact(table, saveMentorship(table, other, undefined, undefined), other.id);
  expect((await world.browse(administrator, path)).text).toContain("Pairs that stand 201 pairs Student");
  expect((await world.browse(administrator, `${path}?part=2`)).text).toContain("201 pairs Student");
});

it("names who is left without a mentor, and why", async () => {
  await arrive(nadia, uma);
  await world.browse(administrator, `${path}/propose`, {});
  const page = await world.browse(administrator, `${path}/without`);
  expect(page.text).toMatch(
    /^Students without a mentor 1 student for whom the matching finds nobody now Student ?Why (Nadia Obi|Uma Moen)\S* ?.+ Back to the pairs$/,
  );
});

it("shows that a stable proposal was checked, and the seed of the lottery", async () => {
  await arrive(nadia);
  await world.browse(administrator, `${path}/propose`, {});
  expect((await world.browse(administrator, path)).text).toContain(
    "Checked: no student and mentor would both rather have each other than the student's first mentor. Ties are decided by lot. The seed of the lottery is “riverside 2026”",
  );
});

it("shows both ways to match before one is chosen", async () => {
  const kim = { ...ravi, id: "kim", name: "Kim Soto", email: "kim@riverside.example.edu" };
  await arrive(nadia, uma, kim);
  const page = parse((await world.browse(administrator, `${path}/modes`)).html);
  const rows = page.querySelectorAll("tr").map((row) => row.querySelectorAll("th, td").map(textIn));
  const [score] = rows.splice(3, 1);
  expect(score).toEqual(["Total score", expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)]);
  expect(rows).toEqual([
    ["What is counted", "Stable", "Nobody left out"],
    ["New pairs", "2", "2"],
    ["Students left without", "0", "0"],
    ["Would rather have each other: than the first mentor or none", "0", "0"],
    ["…than any mentor or open wish", "0", "0"],
  ]);
  expect(page.querySelectorAll("main button").map(textIn)).toEqual([
    "Propose these (Stable)",
    "Propose these (Nobody left out)",
  ]);
  await world.browse(administrator, `${path}/propose`, { mode: "nobody-left-out" });
  expect(await states()).toEqual([
    ["maya", "active"],
    ["nadia", "proposed"],
    ["uma", "proposed"],
  ]);
});

it("offers to propose nothing where nobody is without a mentor", async () => {
  const page = await world.browse(administrator, `${path}/modes`);
  expect(parse(page.html).querySelectorAll("main button").map(textIn)).toEqual([]);
  expect(page.text.match(/There is no pair to propose now\./g)).toHaveLength(2);
});

it("makes no pairs once the school year is over, and says how the next one begins", async () => {
  const says =
    "The school year is over: no month opens and no pair begins before the next one. Set its days in the school's file and deploy that, and import its roster, so that everybody's stage is right; pairs can be made from then on.";
  await arrive(nadia);
  await world.browse(administrator, `${path}/propose`, {});
  const before = await states();
  await world.advanceTo(Date.UTC(2027, 4, 29, 12));
  const page = await world.browse(administrator, path);
  expect(page.text).toContain(says);
  expect(page.html).not.toMatch(/(action|href)="[^"]*\/pairs\/(propose|confirm-all|without|modes)"/);
  for (const what of ["without", "modes"])
    expect(led(await world.browse(administrator, `${path}/${what}`))).toEqual([303, path]);
  const [proposal] = (await listMentorships(tableOf(world.runtime))).filter(
    ({ state }) => state === "proposed",
  );
  for (const what of ["propose", "confirm-all", `${proposal!.id}/confirm`]) {
    const answer = await world.browse(administrator, `${path}/${what}`, {});
    expect([what, answer.status, answer.text.startsWith(says)]).toEqual([what, 409, true]);
  }
  expect(await states()).toEqual(before);
  expect((await world.browse(administrator, "/administrator")).text).not.toContain("can be proposed now");
});
