/** Whoever types a command that cannot be carried out is told why in a sentence, by exit code 2 or 3. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runOperation } from "../../infra/operations/run-operation.ts";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown();
});
afterAll(() => desk.clear());

async function type(words: string): Promise<{ code: number; said: string }> {
  let said = "";
  const code = await runOperation(
    words
      .split(" ")
      .filter(Boolean)
      .map((word) => (word === "''" ? "" : word)),
    {
      out: () => undefined,
      say: (text) => {
        said += text;
      },
      ask: async () => undefined,
    },
  );
  return { code, said: said.split("\n")[0]! };
}

it("knows the command from the value of an option before it", async () => {
  const world = `--world ${desk.directory}`;
  expect(await type(`${world} status riverside`)).toEqual({ code: 0, said: "" });
  expect(
    await type(`--restored-to 2026-11-01T00:00:00Z --dry-run ${world} rebuild-schedules riverside`),
  ).toEqual({
    code: 0,
    said: "",
  });
  expect(await type(`${world} remove riverside`)).toEqual({ code: 2, said: 'There is no command "remove".' });
});

it("names what is missing, unknown or too much", async () => {
  const world = `--world ${desk.directory}`;
  expect(await type("")).toEqual({ code: 2, said: "Say what to do." });
  expect(await type("remove riverside")).toEqual({ code: 2, said: 'There is no command "remove".' });
  const usage = (name: string, takes: string) =>
    `Use: npm run ops -- ${name} SCHOOL ${takes}[--local | --world DIR | --profile NAME --region NAME] [--schools FOLDER] [--json] [--dry-run] [--yes]`;
  for (const words of ["status", "status ''"])
    expect(await type(words)).toEqual({ code: 2, said: `Say for which school. ${usage("status", "")}` });
  for (const words of ["invite riverside", "invite riverside ''"])
    expect(await type(words)).toEqual({ code: 2, said: `FILE is missing. ${usage("invite", "FILE ")}` });
  expect(await type("invite riverside --json --json")).toEqual({
    code: 2,
    said: `--json is given twice. ${usage("invite", "FILE ")}`,
  });
  expect(await type(`status riverside now ${world}`)).toEqual({
    code: 2,
    said: `"now" is too much. ${usage("status", "")}`,
  });
  expect(await type("status riverside --fast")).toEqual({
    code: 2,
    said: `Unknown option '--fast'. ${usage("status", "")}`,
  });
  expect(await type("status riverside --local --region eu-west-1")).toEqual({
    code: 2,
    said: "--local and --world are for a world on this machine, --profile and --region for AWS: choose one.",
  });
  const unknown = await type("status atlantis --local");
  expect(unknown.code).toBe(2);
  expect(unknown.said).toMatch(/^infra\/schools: there is no school “atlantis”; known are: .*riverside/);
});

it("does nothing where npm took --dry-run for itself, or what a restore needs", async () => {
  const taken = async (name: string, words: string) => {
    vi.stubEnv(name, "true");
    const { code, said } = await type(`${words} --world ${desk.directory}`);
    vi.unstubAllEnvs();
    return [code, said.split(":")[0]];
  };
  const roster = desk.file("dry.csv", "role,name,email\nstudent,Ann,ann@riverside.example.edu\n");
  expect(await taken("npm_config_dry_run", `invite riverside ${roster} --yes`)).toEqual([
    2,
    "npm took --dry-run for itself",
  ]);
  expect(await taken("npm_config_restored_to", "rebuild-schedules riverside")).toEqual([
    2,
    "npm took --restored-to for itself",
  ]);
});

it("names the roster that is not there, or is a folder", async () => {
  const nowhere = desk.path("nowhere.csv");
  expect(await type(`invite riverside ${nowhere} --world ${desk.directory}`)).toEqual({
    code: 2,
    said: `There is no file ${nowhere}.`,
  });
  expect(await type(`invite riverside ${desk.directory} --world ${desk.directory}`)).toEqual({
    code: 2,
    said: `${desk.directory} is a folder; give the path of a file.`,
  });
});

it("names the folder that holds no world, or another school's", async () => {
  for (const nowhere of [desk.path("nowhere"), desk.file("roster.csv", "role,name,email\n")])
    expect(await type(`status riverside --world ${nowhere}`)).toEqual({
      code: 2,
      said: `There is no world of riverside in ${relative(process.cwd(), nowhere)}. Begin one with \`npm start\`, or name another folder with --world.`,
    });
  const heard = await type(`status metro --world ${desk.directory}`);
  expect(heard.code).toBe(2);
  expect(heard.said).toContain("is that of riverside, not of metro.");
});

it("takes the folder that holds the school's world, as `npm start` keeps it under its --data", async () => {
  for (const name of ["riverside", "seed"]) {
    const data = desk.path(`data-${name}`);
    cpSync(desk.directory, join(data, name), { recursive: true });
    expect(await type(`status riverside --world ${data}`)).toEqual({ code: 0, said: "" });
    expect(await type(`status metro --world ${data}`)).toEqual({
      code: 2,
      said: `There is no world of metro in ${relative(process.cwd(), data)}. Begin one with \`npm start\`, or name another folder with --world.`,
    });
  }
});

it("names the folder whose world cannot be read", async () => {
  const broken = desk.path("broken");
  mkdirSync(broken);
  writeFileSync(join(broken, "world.json"), "{");
  expect(await type(`status riverside --world ${broken}`)).toEqual({
    code: 2,
    said: `The world in ${relative(process.cwd(), broken)} cannot be read (it is not JSON). Name another folder with --world.`,
  });
});

it("leaves a world alone that is open elsewhere", async () => {
  const world = await desk.open();
  try {
    expect(await type(`status riverside --world ${desk.directory}`)).toEqual({
      code: 3,
      said: "Riverside School of Medicine is open in another process, most likely `npm start`: stop that one with Ctrl-C, then do this again. Nothing was done.",
    });
  } finally {
    await world.close();
  }
  expect(await type(`status riverside --world ${desk.directory}`)).toMatchObject({ code: 0 });
});
