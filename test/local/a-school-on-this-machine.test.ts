/** `npm start` as its user meets it: links to follow, a mailbox, a clock that moves, everything found again, and sentences for what cannot be. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { freePort } from "./free-port.ts";

const data = mkdtempSync(join(tmpdir(), "mentor-rounds-"));
let running: ChildProcess | undefined;
const stop = async (): Promise<void> => {
  const stopping = running;
  running = undefined;
  if (!stopping || stopping.exitCode !== null) return;
  const gone = new Promise((resolve) => stopping.once("exit", resolve));
  stopping.kill("SIGTERM");
  await gone;
};
afterEach(stop);
afterAll(() => rmSync(data, { recursive: true }));

const roster = ["--roster", "infra/local/seed/roster.csv", "--at", "2026-11-20T09:00", "--data", data];

/** Starts the school and waits for its last line. */
function start(...options: string[]): Promise<string> {
  const child = spawn(process.execPath, ["infra/local/start.ts", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Ctrl-C")) resolve(said);
    });
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.once("exit", () => reject(new Error(said)));
  });
}

/** The exit code and the sentence of a start that is refused. */
const refused = (...options: string[]): Promise<string> =>
  new Promise((resolve) =>
    execFile(
      process.execPath,
      ["infra/local/start.ts", ...options],
      { timeout: 30_000 },
      (error, _out, sentence) => resolve(`${error?.code}: ${sentence.trim()}`),
    ),
  );

it("opens a roster, shows its mail, moves its clock, and finds it again", async () => {
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const said = await start(...roster, "--port", String(port));
  expect(said).toContain("Riverside School of Medicine is open.");
  const links = [...said.matchAll(/http:\/\/\S+/g)].map(([url]) => url);
  expect(links).toHaveLength(5);
  const titles = await Promise.all(links.map(async (url) => /<title>(.*?) · /.exec(await open(url))?.[1]));
  expect(titles).toEqual([
    "Mailbox",
    "Riverside School of Medicine",
    "Your meetings",
    "Your meetings",
    "Who would you like to be?",
  ]);
  expect(await open(`${site}/local/mailbox`)).toContain("17 mails, newest first");

  expect(await refused("--port", String(port), "--data", data)).toBe(
    `2: Port ${port} is in use. Stop what runs there, or choose another with --port.`,
  );
  expect(await open(`${site}/local/mailbox`)).toContain("November 20, 2026, 9:00 AM");
  await fetch(`${site}/local/clock`, {
    method: "POST",
    body: new URLSearchParams({ step: "+1 day" }),
    headers: { origin: site },
  });
  expect(await open(`${site}/local/mailbox`)).toContain("November 21, 2026, 9:00 AM");
  // The eighteenth welcome waited for the morning in Los Angeles.
  expect(await open(`${site}/local/mailbox`)).toContain("18 mails, newest first");
  await stop();

  const again = await start(...roster, "--port", String(port));
  expect(again.trim().split("\n").slice(0, 3)).toEqual([
    "Riverside School of Medicine is open, found again as you left it (--fresh starts anew).",
    "infra/local/seed/roster.csv was not imported again; the administrator's page Import takes it.",
    "--at 2026-11-20T09:00 was not used; the clock stands where you left it, and moves in the mailbox.",
  ]);
  const mailbox = await open(`${site}/local/mailbox`);
  expect(mailbox).toContain("November 21, 2026, 9:00 AM");
  expect(mailbox).toContain("18 mails, newest first");

  const world = join(data, "riverside");
  const other = ["--port", String(await freePort())];
  expect(await refused(...roster, ...other, "--fresh")).toBe(
    `2: ${world} is in use by the process ${running!.pid}: stop that one first, or choose another directory.`,
  );
  await stop();
  expect(await refused("--data", world, ...other)).toBe(
    `2: ${world} is a school itself. Name the folder that it is in with --data.`,
  );
  writeFileSync(join(world, "world.json"), "{");
  expect(await refused(...roster, ...other)).toBe(
    `2: ${world} holds a school that cannot be read: choose another directory, or start anew with --fresh.`,
  );
  expect(await start(...roster, ...other, "--fresh")).toContain("Riverside School of Medicine is open.");
  await stop();
  expect(await start(...roster, "--port", String(port))).toContain(
    `Links in its mails until now lead to http://127.0.0.1:${other[1]}; start it there and they work.`,
  );
});

it.each([[], ["--fresh"]])(
  "loses nothing of a folder that only has a school's name, %j",
  async (...fresh) => {
    const own = join(data, `own${fresh.join("")}`);
    const note = join(own, "riverside", "note.txt");
    mkdirSync(join(own, "riverside"), { recursive: true });
    const options = ["--roster", "infra/local/seed/roster.csv", "--data", own, ...fresh];
    writeFileSync(note, "Call Ana.");
    expect(await refused(...options, "--port", String(await freePort()))).toBe(
      `2: ${join(own, "riverside")} holds something other than a school. Name another folder with --data.`,
    );
    expect(readFileSync(note, "utf8")).toBe("Call Ana.");
    rmSync(note);
    // An empty folder is as good as none.
    const said = await start(...options, "--port", String(await freePort()));
    expect(said).toContain("Riverside School of Medicine is open.");
  },
);

it("takes away the beginning that was cut short, and no other folder or another's beginning", async () => {
  const own = join(data, "cut-short");
  const unfinished = join(own, "riverside.unfinished");
  const note = join(unfinished, "note.txt");
  mkdirSync(unfinished, { recursive: true });
  const options = ["--roster", "infra/local/seed/roster.csv", "--data", own];
  writeFileSync(note, "Call Ana.");
  expect(await refused(...options, "--port", String(await freePort()))).toBe(
    `2: ${unfinished} holds something other than a school. Name another folder with --data.`,
  );
  expect(readFileSync(note, "utf8")).toBe("Call Ana.");
  rmSync(note);
  const lock = join(unfinished, "lock");
  writeFileSync(lock, String(process.pid));
  expect(await refused(...options, "--port", String(await freePort()))).toBe(
    `2: ${unfinished} is in use by the process ${process.pid}: stop that one first, or choose another directory.`,
  );
  expect(readFileSync(lock, "utf8")).toBe(String(process.pid));
  // Of a process that has died.
  writeFileSync(lock, "0");
  const said = await start(...options, "--port", String(await freePort()));
  expect(said).toContain("Riverside School of Medicine is open.");
  expect(existsSync(unfinished)).toBe(false);
});

it("says in a sentence that a school whose folder is gone could not be kept", async () => {
  const own = join(data, "gone");
  const port = await freePort();
  await start(...roster.slice(0, -1), own, "--port", String(port));
  const child = running!;
  running = undefined;
  let said = "";
  child.stderr!.on("data", (chunk) => {
    said += chunk;
  });
  rmSync(own, { recursive: true });
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(500);
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  expect(await ended).toBe(1);
  const note = join(own, "riverside", "world.json.new");
  const sentence = `This machine did not do it (ENOENT: no such file or directory, open '${note}'). Put that right, then do it again.\n`;
  expect(said).toBe(sentence + sentence);
});

it("says what to do when something cannot be", async () => {
  expect(await refused("--roster", "nowhere.csv", "--data", data)).toBe(
    "2: There is no file nowhere.csv. Give the path of a roster with --roster.",
  );
  const file = "infra/local/seed/roster.csv";
  expect(await refused("--roster", file, "--data", file)).toBe(
    `2: ${file} is no folder. Name one with --data.`,
  );
  expect(await refused("--port", "eighty")).toBe(
    '2: --port takes a whole number from 1 to 65535, not "eighty".',
  );
});

it.each(["tomorrow", "2026-02-30T09:00", "2026-11-20T29:77", "0000-01-01T00:00"])(
  "opens nothing at %s, which no calendar or clock of this century shows",
  async (at) => {
    const options = ["--roster", "infra/local/seed/roster.csv", "--at", at, "--data", join(data, "other")];
    expect(await refused(...options)).toBe(`2: --at takes a moment like 2026-11-20T09:00, not "${at}".`);
    expect(existsSync(join(data, "other"))).toBe(false);
  },
);

/** A page, with the cookie of whoever the local world lets us be on the way. */
async function open(url: string): Promise<string> {
  const first = await fetch(url, { redirect: "manual" });
  if (first.status !== 303) return first.text();
  const cookie = first.headers.getSetCookie()[0]!.split(";")[0]!;
  return (await fetch(new URL(first.headers.get("location")!, url), { headers: { cookie } })).text();
}
