/** A roster is imported whole, or refused by its rows with nothing written. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listPeople } from "../../../shared/records/people.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { administrator, type OwnWorld, openOwnWorld, siteUrl } from "../../pages/own-world.ts";
import { dump } from "../answer/pages-world.ts";

const path = "/administrator/import";
let world: OwnWorld;
beforeEach(async () => {
  world = await openOwnWorld({}, { booked: false });
});
afterEach(() => world.close());

async function upload(bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  form.set("roster", new File([bytes], "roster.csv", { type: "text/csv" }));
  const headers = { cookie: await world.signIn(administrator), origin: siteUrl };
  return world.request(new Request(`${siteUrl}${path}`, { method: "POST", body: form, headers }));
}

const text = (words: string) => new TextEncoder().encode(words);
const people = async () => (await listPeople(tableOf(world.runtime))).map(({ name }) => name);

it("adds and invites, and says how many", async () => {
  const answer = await upload(
    text(
      [
        "role,name,email,stage,specialties,focus,capacity,free,goals",
        "student,Nadia Obi,nadia@riverside.example.edu,MS1,surgery,research,1,Tue 18:00-19:30,research: Get a first project to a poster",
        "mentor,Kim Soto,kim@riverside.example.edu,,,,,,",
      ].join("\n"),
    ),
  );
  expect([answer.status, answer.headers.get("location")]).toEqual([
    303,
    `${path}?added=1&updated=0&invited=1`,
  ]);
  expect(await people()).toEqual(["Maya Chen", "Nadia Obi", "Ravi Menon"]);
  const page = await world.browse(administrator, `${path}?added=1&updated=0&invited=1`);
  expect(page.text).toMatch(
    /^The file is imported: 1 added, 0 brought up to date, 1 invited to sign up\. Import people/,
  );
});

it("says who has a second role from now on", async () => {
  const answer = await upload(
    text(
      [
        "role,name,email,kind,stage,free",
        "mentor,Maya Chen,maya@riverside.example.edu,peer,MS3,Tue 18:00-19:30",
      ].join("\n"),
    ),
  );
  const led = `${path}?added=0&updated=0&inBothRoles=1&invited=0`;
  expect(answer.headers.get("location")).toBe(led);
  expect((await world.browse(administrator, led)).text).toMatch(
    /^The file is imported: 0 added, 0 brought up to date, 0 invited to sign up\. 1 here already, and in their second role as well from now on\. Import people/,
  );
});

it("says whom it does not invite a second time", async () => {
  const named = (...addresses: string[]) =>
    text(["role,name,email", ...addresses.map((address) => `student,Kim Soto,${address}`)].join("\n"));
  await upload(named("kim@riverside.example.edu"));
  const again = await upload(
    named("Kim@riverside.example.edu", "maya@riverside.example.edu", "nadia@riverside.example.edu"),
  );
  const led = `${path}?added=0&updated=0&invited=1&invitedBefore=2`;
  expect(again.headers.get("location")).toBe(led);
  expect((await world.browse(administrator, led)).text).toMatch(
    /^The file is imported: 0 added, 0 brought up to date, 1 invited to sign up\. 2 not invited again: invited before, or here already\. Import people/,
  );
});

it("says what becomes of a row that only names somebody who is here in the other role", async () => {
  const answer = await upload(text("role,name,email\nmentor,Maya Chen,maya@riverside.example.edu"));
  const led = `${path}?added=0&updated=0&invited=0&inOtherRole=1`;
  expect(answer.headers.get("location")).toBe(led);
  expect((await world.browse(administrator, led)).text).toMatch(
    /^The file is imported: 0 added, 0 brought up to date, 0 invited to sign up\. 1 here already in the other role only: give the whole row to add the role that it names\. Import people/,
  );
});

it("says what each column holds and has an example, which is read once its addresses are filled in", async () => {
  const page = await world.browse(administrator, path);
  expect(page.text).toContain("“role”, “name” and “email” are needed. Take an example to fill in.");
  expect(page.text).toContain(
    "goalsstudentsin a whole rowfocus area: the goal in their own words, separated by ; placementorsnoa room",
  );
  expect(page.text).toContain(
    "Whoever has only “role”, “name” and “email” gets a link to sign up. Any row between these two is a fault.",
  );
  expect(page.text).toContain(
    "People who are here already are brought up to date: what a row says counts, an empty cell changes nothing, and goals (up to 12) and absences are added to those they have.",
  );
  expect(page.text).toContain("at most 4 MiB and 20,000 rows. Split a larger one first");
  expect(page.text).toContain(
    "awayeverybodynowhole days or spans: 2026-12-14..2026-12-18 exam; 2026-12-07T19:00..2026-12-12T07:00 on-call",
  );
  const cookie = await world.signIn(administrator);
  const answer = await world.request(new Request(`${siteUrl}${path}?example`, { headers: { cookie } }));
  expect([answer.headers.get("content-type"), answer.headers.get("content-disposition")]).toEqual([
    "text/csv; charset=utf-8",
    'attachment; filename="roster.csv"',
  ]);
  const example = await answer.text();
  const before = await people();
  expect((await upload(text(example))).status).toBe(422);
  expect(await people()).toEqual(before);
  let filled = 0;
  const filledIn = example.replace(/the (student's )?(mentor's )?address( to invite)?/g, () => {
    filled++;
    return `person-${filled}@riverside.example.edu`;
  });
  expect((await upload(text(filledIn))).headers.get("location")).toBe(`${path}?added=2&updated=0&invited=1`);
  expect(await people()).toEqual([...before, "Ana Silva", "Tom Weber"].sort());
});

it("takes a real roster in one go", async () => {
  const bytes = new Uint8Array(readFileSync("test/rosters/riverside.csv"));
  const answer = await upload(bytes);
  expect(answer.headers.get("location")).toBe(`${path}?added=72&updated=0&invited=0`);
});

it.each([
  [
    "with faults",
    text("role,name,email\nstudent,Ann,not-an-address\nstudent,Ben,ben@riverside.example.edu\n"),
    /Row 2: .*not-an-address/,
  ],
  ["that is a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /not/],
  ["that is empty", new Uint8Array(), /Choose a file first; this one is empty or was not sent\./],
])("a file %s is refused in sentences, and nothing is written", async (_what, bytes, sentence) => {
  await world.signIn(administrator);
  const things = async () => (await dump(world)).filter(({ pk }) => !String(pk).startsWith("session#"));
  const before = await things();
  const answer = await upload(bytes);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(/<section class="faults"[\s\S]*?<\/section>/.exec(html)?.[0]).toMatch(sentence);
  expect(await things()).toEqual(before);
});
