/** An administrator invites from a command line what he or she would import on the page. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { minute } from "../../shared/domain/time.ts";
import { onePair } from "../journeys/a-school.ts";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown();
});
afterAll(() => desk.clear());

const roster = `${onePair}mentor,Luis Ortega,luis@riverside.example.edu,resident,PGY2,pediatrics,research,1,America/New_York,Mon 17:00-19:00,,,
student,Noor Haddad,noor@riverside.example.edu,,,,,,,,,,
`;
const mails = async () => {
  const world = await desk.open();
  // The letters of a roster are sent by the sweep.
  await world.advanceTo(world.now() + 10 * minute);
  const sent = world.mailbox.map(({ subject, tags, to }) => {
    const invites = subject.startsWith("You are invited to ") ? ", invited" : "";
    return `${tags.letter} → ${to.split("@")[0]}${invites}`;
  });
  await world.close();
  // The sweep takes letters that are due at one moment in no order.
  return [...sent.slice(0, 2), ...sent.slice(2).sort()];
};
/** What is said of those who are not in the file. */
const notIn = (...missing: string[]) =>
  [
    `Here already and not in it: ${missing.length}. Nothing is done to them. If the file was to hold everybody, they may have left; npm run ops -- erase riverside ADDRESS takes somebody out.`,
    ...missing.map((name) => `  ${name}, ${name.split(" ")[0]!.toLowerCase()}@riverside.example.edu`),
    "",
  ].join("\n");
const before = ["welcome → wei", "welcome → priya"];

it("says what it would do, asks, does it once, and then has nothing to ask", async () => {
  const file = desk.file("roster.csv", roster);
  const found = `${file}: 1 to add and welcome, 2 to bring up to date, 1 to invite, 0 invited or here already.\n`;
  expect(await desk.ops(`invite ${file} --dry-run`)).toEqual({
    code: 0,
    out: `${found}This was a dry run; nothing was done.\n`,
    said: "",
    asked: [],
  });
  expect(await desk.ops(`invite ${file}`, "metro")).toEqual({
    code: 3,
    out: found,
    said: '"metro" is not riverside, so nothing was done.\n',
    asked: [
      "On this machine, this cannot be undone: 2 mails go out.\nType the school's id, riverside, to go on: ",
    ],
  });
  expect(await desk.ops(`invite ${file}`)).toMatchObject({
    code: 3,
    said: "Nobody confirmed it, so nothing was done. Type the school's id when asked, or add --yes.\n",
  });
  expect(await mails()).toEqual(before);

  expect(await desk.ops(`invite ${file}`, "riverside\n")).toMatchObject({
    code: 0,
    out: `${found}1 added and welcomed, 2 brought up to date, 1 invited to sign up, 0 invited or here already. The mails go out in the next minutes, or in the morning where it is night.\n`,
  });
  expect(await mails()).toEqual([...before, "sign-up-link → noor, invited", "welcome → luis"]);

  expect(await desk.ops(`invite ${file} --json`)).toEqual({
    code: 0,
    out: '{"command":"invite","school":"riverside","dryRun":false,"added":0,"updated":3,"inBothRoles":0,"invited":0,"invitedBefore":1,"inOtherRole":0,"erased":0,"notInFile":0}\n',
    said: "",
    asked: [],
  });
  expect(await mails()).toEqual([...before, "sign-up-link → noor, invited", "welcome → luis"]);
});

it("welcomes to a second role whoever is here in one, once", async () => {
  const file = desk.file(
    "peers.csv",
    `${roster.split("\n")[0]}
mentor,Wei Adeyemi,wei@riverside.example.edu,peer,MS2,pediatrics,research,1,America/New_York,Mon 17:00-19:00,,,
`,
  );
  const sent = await mails();
  const found = `${file}: 0 to add and welcome, 0 to bring up to date, 0 to invite, 0 invited or here already.\nHere already, and welcomed to their second role: 1.\n`;
  expect(await desk.ops(`invite ${file}`, "riverside\n")).toMatchObject({
    code: 0,
    out: `${found}0 added and welcomed, 0 brought up to date, 0 invited to sign up, 0 invited or here already. The mails go out in the next minutes, or in the morning where it is night.\nHere already, and welcomed to their second role: 1.\n${notIn("Luis Ortega", "Priya Lund")}`,
    asked: [
      "On this machine, this cannot be undone: one mail goes out.\nType the school's id, riverside, to go on: ",
    ],
  });
  expect(await mails()).toEqual([...sent, "welcome → wei"]);
  expect(await desk.ops(`invite ${file}`)).toMatchObject({ code: 0, asked: [] });
  expect(await mails()).toEqual([...sent, "welcome → wei"]);
});

it("says who is in the other role only, and stays there", async () => {
  const file = desk.file("named.csv", "role,name,email\nstudent,Priya Lund,priya@riverside.example.edu\n");
  const line = "Here already in the other role only: 1. Give the whole row to add the role that it names.\n";
  const none = "0 invited or here already.";
  const missing = notIn("Luis Ortega", "Wei Adeyemi");
  expect(await desk.ops(`invite ${file} --dry-run`)).toMatchObject({
    out: `${file}: 0 to add and welcome, 0 to bring up to date, 0 to invite, ${none}\n${line}${missing}This was a dry run; nothing was done.\n`,
  });
  expect(await desk.ops(`invite ${file}`)).toMatchObject({
    out: `0 added and welcomed, 0 brought up to date, 0 invited to sign up, ${none} No mail goes out for it.\n${line}${missing}`,
    asked: [],
  });
});

it("says who is left out, and promises no mail where none goes out", async () => {
  const file = desk.file("roster.csv", roster);
  expect((await desk.ops("erase luis@riverside.example.edu --yes")).code).toBe(0);
  const sent = await mails();
  expect(await desk.ops(`invite ${file} --yes`)).toEqual({
    code: 0,
    out: [
      "0 added and welcomed, 2 brought up to date, 0 invited to sign up, 1 invited or here already. No mail goes out for it now; a mentor's new place is told the next morning.",
      "Left out, since they were erased before: 1. They can come back only by themselves, through the school's site.",
      "",
    ].join("\n"),
    said: "",
    asked: [],
  });
  expect(await mails()).toEqual(sent);
});

it("of the many who are not in a file of a few, it names 50 and counts the others", async () => {
  expect((await desk.ops("invite test/rosters/riverside.csv --yes")).code).toBe(0);
  const file = desk.file("named.csv", "role,name,email\nstudent,Priya Lund,priya@riverside.example.edu\n");
  const { out } = await desk.ops(`invite ${file} --dry-run`);
  const named = out.split("\n").filter((line) => line.startsWith("  "));
  expect([out.match(/not in it: \d+/)?.[0], named.length, named.at(-1)]).toEqual([
    "not in it: 73",
    51,
    "  and 23 more",
  ]);
});

it("takes nothing from a faulty roster", async () => {
  const file = desk.file("faulty.csv", roster.replace("America/Chicago", "America/Chicargo"));
  const heard = await desk.ops(`invite ${file} --yes`);
  expect(heard.code).toBe(2);
  expect(heard.said.split("\n")[0]).toBe(`${file} was not taken; nothing was written.`);
  expect(heard.said).toContain("Row 3");
});
