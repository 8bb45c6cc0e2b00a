/** Nothing in the repository says whose AWS account it runs in. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "" && path !== "package-lock.json");

/** Twelve digits on their own, where an account would stand: in an ARN, an address of AWS, or beside the word. */
const account =
  /arn:aws[\w-]*:[\w-]*:[\w-]*:\d{12}:|\b\d{12}\.dkr\.|(account|CDK_DEFAULT_ACCOUNT)\W{1,4}\d{12}\b/i;
/** The numbers that AWS's own documentation uses, and the local world's. */
const nobodys = /\b(000000000000|111122223333|123456789012)\b/;
const accessKey = /\b(AKIA|ASIA)[A-Z0-9]{16}\b/;

it.each([
  ["an account's number", account],
  ["an access key", accessKey],
])("no file holds %s", (_, pattern) => {
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((path) => {
    const lines = readText(path).split("\n");
    return lines.flatMap((line, index) =>
      pattern.test(line) && !nobodys.test(line) ? [`${path}:${index + 1}`] : [],
    );
  });
  expect(found).toEqual([]);
});

it("the pattern knows an account where it sees one", () => {
  const number = ["4217", "8850", "3316"].join("");
  expect(account.test(`arn:aws:iam::${number}:role/deploy`)).toBe(true);
  expect(account.test(`account: "${number}"`)).toBe(true);
  expect(account.test(`a phone, ${number}`)).toBe(false);
});

/** A file that is deleted and not yet committed has no text. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
