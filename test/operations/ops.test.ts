/** The commands run as they are typed: output and questions on their own streams, and an exit code. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

const ops = fileURLToPath(new URL("../../infra/operations/ops.ts", import.meta.url));
let desk: Desk;
beforeAll(async () => {
  desk = await sitDown();
});
afterAll(() => desk.clear());

const type = (words: readonly string[], keyboard: string, env = process.env) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ops, ...words], {
    encoding: "utf8",
    input: keyboard,
    env,
  });
  return { status, stdout, stderr };
};

it("takes the school's id from the keyboard before it erases", () => {
  const words = ["erase", "riverside", "wei@riverside.example.edu", "--world", desk.directory];
  const nobodyThere = type(words, "");
  expect(nobodyThere.status).toBe(3);
  expect(nobodyThere.stderr).toContain("riverside, to go on: \nNobody confirmed it, so nothing was done.");
  const { status, stdout, stderr } = type(words, "riverside\n");
  expect(status).toBe(0);
  expect(stderr).toContain("Type the school's id, riverside, to go on: ");
  expect(stdout).toMatch(/\nErased: \d+ records and 0 schedules; 0 mentorships ended\./);
});

it.each([
  [
    "no region",
    [],
    "In which region of AWS is the stack mentor-rounds-riverside? Say it with --region or in AWS_REGION.",
  ],
  [
    "no credentials",
    ["--region", "eu-west-1", "--profile", "nobody"],
    "There are no credentials for AWS (Could not load credentials from any providers). Name a profile that you are signed in with by --profile or in AWS_PROFILE.",
  ],
])("says what to do when it is given %s", (_, options, sentence) => {
  const env = { HOME: desk.path("nobody's"), AWS_EC2_METADATA_DISABLED: "true" };
  expect(type(["status", "riverside", ...options], "", env)).toEqual({
    status: 2,
    stdout: "",
    stderr: `${sentence} A world on this machine takes --local instead.\n`,
  });
});

it("tells in a sentence what the machine would not do, such as to write what is too large for it", () => {
  const sh = spawnSync(
    "sh",
    [
      "-c",
      'ulimit -f 1; exec "$@"',
      "sh",
      process.execPath,
      ops,
      "status",
      "riverside",
      "--world",
      desk.directory,
    ],
    { encoding: "utf8" },
  );
  expect([sh.status, sh.stdout, sh.stderr]).toEqual([
    1,
    "",
    "This machine did not do it (EFBIG: file too large, write). Put that right, then do it again.\n",
  ]);
  expect(type(["status", "riverside", "--world", desk.directory], "").status).toBe(0);
});

it("says what a region is called when it is given something else", () => {
  const env = { HOME: desk.path("nobody's"), AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" };
  expect(type(["status", "riverside", "--region", "eu west"], "", env)).toEqual({
    status: 2,
    stdout: "",
    stderr: "That is no name of a region of AWS. Say one like eu-west-1 with --region or in AWS_REGION.\n",
  });
});

it("explains itself", () => {
  const { status, stdout } = type(["--help"], "");
  expect(status).toBe(0);
  for (const name of ["invite", "status", "export", "erase", "audit", "rebuild-schedules", "release-mail"])
    expect(stdout).toContain(`npm run ops -- ${name} SCHOOL`);
});
