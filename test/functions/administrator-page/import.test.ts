/** A roster is imported whole, or refused by its rows with nothing written. */
import { readFileSync } from "node:fs";
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rowsOfAPart } from "../../../shared/pages/data-table.ts";
import { addPerson, listPeople } from "../../../shared/records/people.ts";
import { transact } from "../../../shared/records/table.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { administrator, maya, type OwnWorld, openOwnWorld, siteUrl } from "../../pages/own-world.ts";
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

/** The notice, and what the page says of those who are not in the file. */
const toldBy = async (answer: Response) => {
  const page = parse(await answer.text());
  const [notice, missing] = [".notice", "details"].map((part) => page.querySelector(part));
  return [answer.status, notice?.textContent, missing?.querySelector("summary")?.textContent];
};

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
  expect(await toldBy(answer)).toEqual([
    200,
    "The file is imported: 1 added, 0 brought up to date, 1 invited to sign up.",
    "2 who are here already are not in this file",
  ]);
  expect(await people()).toEqual(["Maya Chen", "Nadia Obi", "Ravi Menon"]);
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
  expect(await toldBy(answer)).toEqual([
    200,
    "The file is imported: 0 added, 0 brought up to date, 0 invited to sign up. 1 here already, and in their second role as well from now on.",
    "1 who is here already is not in this file",
  ]);
});

it("says whom it does not invite a second time", async () => {
  const named = (...addresses: string[]) =>
    text(["role,name,email", ...addresses.map((address) => `student,Kim Soto,${address}`)].join("\n"));
  await upload(named("kim@riverside.example.edu"));
  const again = await upload(
    named("Kim@riverside.example.edu", "maya@riverside.example.edu", "nadia@riverside.example.edu"),
  );
  expect(await toldBy(again)).toEqual([
    200,
    "The file is imported: 0 added, 0 brought up to date, 1 invited to sign up. 2 not invited again: invited before, or here already.",
    "1 who is here already is not in this file",
  ]);
});

it("says what becomes of a row that only names somebody who is here in the other role", async () => {
  const answer = await upload(text("role,name,email\nmentor,Maya Chen,maya@riverside.example.edu"));
  expect(await toldBy(answer)).toEqual([
    200,
    "The file is imported: 0 added, 0 brought up to date, 0 invited to sign up. 1 here already in the other role only: give the whole row to add the role that it names.",
    "1 who is here already is not in this file",
  ]);
});

it("names who is here and not in the file, does nothing to them, and writes no name to the log", async () => {
  const before = await dump(world);
  const logged = world.log.length;
  const answer = parse(
    await (await upload(text("role,name,email\nmentor,Ravi Menon,RAVI@riverside.example.edu"))).text(),
  );
  const missing = answer.querySelector("details")!;
  expect(missing.querySelectorAll("tbody tr").map((row) => row.textContent.trim())).toEqual([
    "Maya Chenmaya@riverside.example.edustudent",
  ]);
  expect(missing.querySelector("p")?.textContent).toBe(
    "Nothing was done to them. If the file was to hold everybody, they may have left; until they are erased, they can still be paired. Set aside what is proposed for whoever has left, and have the person erased with npm run ops -- erase riverside ADDRESS.",
  );
  expect(JSON.stringify(world.log.slice(logged))).not.toContain("maya");
  expect((await dump(world)).filter(({ pk }) => !String(pk).startsWith("session#"))).toEqual(before);
});

it("of very many who are missing it names the first", async () => {
  const table = tableOf(world.runtime);
  const others = Array.from({ length: rowsOfAPart }, (_, index) => ({
    ...maya,
    id: `other-${index}`,
    email: `other-${index}@riverside.example.edu`,
  }));
  for (const other of others) await transact(table, addPerson(table, other), other.id);
  const answer = parse(
    await (await upload(text("role,name,email\nmentor,Ravi Menon,ravi@riverside.example.edu"))).text(),
  );
  const missing = answer.querySelector("details")!;
  expect([
    missing.querySelector("summary")?.textContent,
    missing.querySelector("caption")?.textContent,
    missing.querySelectorAll("tbody tr").length,
  ]).toEqual(["201 who are here already are not in this file", "The first 200 by name", 200]);
});

it("says nothing of anybody missing where everybody is in the file", async () => {
  const all =
    "role,name,email\nmentor,Ravi Menon,ravi@riverside.example.edu\nstudent,Maya Chen,maya@riverside.example.edu";
  expect(await toldBy(await upload(text(all)))).toEqual([
    200,
    "The file is imported: 0 added, 0 brought up to date, 0 invited to sign up. 2 not invited again: invited before, or here already.",
    undefined,
  ]);
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
  expect((await toldBy(await upload(text(filledIn))))[1]).toBe(
    "The file is imported: 2 added, 0 brought up to date, 1 invited to sign up.",
  );
  expect(await people()).toEqual([...before, "Ana Silva", "Tom Weber"].sort());
});

it("takes a real roster in one go", async () => {
  const bytes = new Uint8Array(readFileSync("test/rosters/riverside.csv"));
  const answer = await upload(bytes);
  expect((await toldBy(answer))[1]).toBe(
    "The file is imported: 72 added, 0 brought up to date, 0 invited to sign up.",
  );
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
