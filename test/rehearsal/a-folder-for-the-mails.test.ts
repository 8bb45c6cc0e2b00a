/** The folder for a rehearsal's mails is tried before anything is played; an earlier rehearsal in it is replaced, and nothing else is lost. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Mendable } from "../../infra/local/command-line.ts";
import { leaveMails, readyForMails } from "../../infra/local/rehearsal/leaf-through.ts";
import type { World } from "../../infra/local/world.ts";
import { school } from "../local/small-world.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const roster = "infra/local/seed/roster.csv";
const rehearse = (out: string, whose = roster, ...more: string[]) => {
  const options = ["infra/local/rehearse.ts", "--roster", whose, "--out", out, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  return { status, stdout, stderr };
};

const ourPage = () => writeFileSync(join(folder, "index.html"), "<title>Rehearsal of Hillside</title>");

it.each([roster, `${roster}/mails`])("%s is refused, and no month is played", (out) => {
  expect(rehearse(out)).toEqual({
    status: 2,
    stdout: "",
    stderr: `${out} is no folder. Name one with --out.\n`,
  });
});

it("what an earlier rehearsal left is replaced, and a note beside it stays", () => {
  const two = join(folder, "two.csv");
  writeFileSync(
    two,
    "role,name,email,kind,stage,time_zone,free,goals\nstudent,Ana Ruiz,ana@example.edu,,MS1,America/New_York,Mon 17:00-19:00,research: Write a first paper\nmentor,Bo Lind,bo@example.edu,faculty,attending,America/New_York,Mon 17:00-19:00,\n",
  );
  mkdirSync(join(folder, "mails"));
  for (const name of ["00001.eml", "00099.eml", "00099.html"]) writeFileSync(join(folder, "mails", name), "");
  ourPage();
  const { status, stderr } = rehearse(folder, two, "--school", "riverside", "--month", "2026-12");
  expect([status, stderr]).toEqual([0, expect.stringContaining(`Every mail is in ${folder}`)]);
  expect(readdirSync(join(folder, "mails")).filter((name) => name.startsWith("00099"))).toEqual([]);
  expect(readFileSync(join(folder, "mails", "00001.eml"), "utf8")).toContain("Subject: ");
  expect(readFileSync(join(folder, "index.html"), "utf8")).toContain("Rehearsal of Riverside");
  expect(readdirSync(folder).sort()).toEqual(["index.html", "mails", "two.csv"]);
});

it.each<[what: string, put: () => void]>([
  ["a page of one's own", () => writeFileSync(join(folder, "index.html"), "<title>Home</title>")],
  ["a folder called like a page", () => mkdirSync(join(folder, "index.html"))],
  ["a roster", () => writeFileSync(join(folder, "roster.csv"), "role,name,email\n")],
  [
    "mails",
    () => {
      mkdirSync(join(folder, "mails"));
      writeFileSync(join(folder, "mails", "00001.eml"), "Subject: Hello");
    },
  ],
])("a folder that holds %s and no rehearsal is refused", (_what, put) => {
  put();
  const before = readdirSync(folder, { recursive: true });
  expect(() => readyForMails(folder)).toThrow(
    new Mendable(
      `${folder} is not empty and holds no earlier rehearsal. Name a new folder with --out, so that nothing is mixed up or lost.`,
    ),
  );
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

it.each<[what: string, put: () => void]>([
  ["a file called mails", () => writeFileSync(join(folder, "mails"), "")],
  [
    "a mail of one's own",
    () => {
      mkdirSync(join(folder, "mails"));
      writeFileSync(join(folder, "mails", "from-home.eml"), "Subject: Hello");
    },
  ],
])("%s in the place of a rehearsal's mails would be lost, and the folder is refused", (_what, put) => {
  ourPage();
  put();
  expect(() => readyForMails(folder)).toThrow(
    new Mendable(
      `${join(folder, "mails")} is not of an earlier rehearsal and would be lost. Name another folder with --out.`,
    ),
  );
});

it.each<[what: string, put: () => void]>([
  ["a rehearsal that broke off before its first mail", ourPage],
  ["what a file manager hides there", () => writeFileSync(join(folder, ".DS_Store"), "")],
])("%s is no hindrance", (_what, put) => {
  put();
  expect(() => readyForMails(folder)).not.toThrow();
});

it("a rehearsal that breaks off among its mails is replaced by the next", async () => {
  const mail = {
    at: 0,
    to: "ana@example.edu",
    subject: "Welcome",
    get bytes(): Buffer {
      throw new Error("broken off");
    },
  };
  const world = { school, mailbox: [mail] } as unknown as World;
  await expect(leaveMails(world, folder, "")).rejects.toThrow("broken off");
  expect(readdirSync(folder)).toEqual(["index.html", "mails"]);
  expect(() => readyForMails(folder)).not.toThrow();
});
