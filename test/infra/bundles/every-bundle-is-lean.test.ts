/** What Lambda gets: one small file for each function, the same every time, without what the product never uses. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { catalogue } from "../../../functions/catalogue.ts";
import { bundleFunctions, mostBytesOf } from "../../../infra/bundles/bundle-functions.ts";

const directory = mkdtempSync(join(tmpdir(), "bundles-"));
afterAll(() => rmSync(directory, { recursive: true }));

type Bundle = { name: string; text: string; parts: string[] };
const bundles: Bundle[] = [];
let again: string[] = [];

beforeAll(async () => {
  const { outputs } = await bundleFunctions(join(directory, "one"));
  await bundleFunctions(join(directory, "two"));
  const textOf = (copy: string, name: string) =>
    readFileSync(join(directory, copy, name, "index.js"), "utf8");
  for (const { name } of catalogue) {
    const [, output] = Object.entries(outputs).find(([path]) => path.endsWith(`/${name}/index.js`))!;
    bundles.push({ name, text: textOf("one", name), parts: Object.keys(output.inputs) });
  }
  again = catalogue.map(({ name }) => textOf("two", name));
});

it("the same code makes the same bytes, so that what did not change is not deployed again", () => {
  expect(bundles.map(({ text }) => text)).toEqual(again);
});

it("each is as small as it has to be", () => {
  const tooLarge = bundles.filter(({ text, parts }) => Buffer.byteLength(text) > mostBytesOf(parts));
  expect(tooLarge.map(({ name, text }) => `${name}: ${Buffer.byteLength(text)}`)).toEqual([]);
});

it.each([
  [
    "a search for credentials",
    /@aws-sdk\/credential-provider-(ini|sso|http|process)|@aws-sdk\/nested-clients/,
  ],
  ["a search for endpoints", /@aws-sdk\/(endpoint-cache|middleware-endpoint-discovery)/],
  ["streams of events", /submodules\/event-streams/],
  ["a trace that nobody follows", /@aws\/lambda-invoke-store/],
  ["a rate of calls that nobody asks for", /util-retry\/DefaultRateLimiter/],
  ["a hash of its own beside node:crypto", /checksum\/sha256\/Sha256(Js|WebCrypto)/],
  ["all of zod's languages", /zod\/v4\/locales\/(?!en\.)/],
  ["the rules of a school's file", /shared\/domain\/school-schema|node_modules\/yaml\//],
])("none holds %s", (_, part) => {
  expect(
    bundles.filter(({ parts }) => parts.some((path) => part.test(path))).map(({ name }) => name),
  ).toEqual([]);
});

it("whole months are planned only where one is opened", () => {
  const planners = bundles.filter(({ parts }) =>
    parts.some((path) => path === "shared/domain/plan/solve.ts"),
  );
  expect(planners.map(({ name }) => name)).toEqual(["administrator-page", "sweep", "open-month"]);
});

it("rosters are read in one place", () => {
  const readers = bundles.filter(({ parts }) =>
    parts.some((path) => path.includes("node_modules/papaparse/")),
  );
  expect(readers.map(({ name }) => name)).toEqual(["import-people"]);
});
