/** Whoever moves outside the school waits for an administrator again; nobody gains an approval by saying where he or she comes from. */
import { expect, test } from "vitest";
import { keepsApproval } from "../../shared/domain/people.ts";
import { aMentor } from "./a-pair.ts";

test.each([
  ["faculty", true, "online", false],
  ["faculty", true, "resident", true],
  ["association", true, "online", true],
  ["association", true, "faculty", true],
  ["association", false, "online", false],
  ["association", false, "faculty", false],
] as const)("%s, approved: %s, then %s: %s", (kind, approved, then, after) => {
  expect(keepsApproval({ ...aMentor({}).mentor!, kind, approved }, then)).toBe(after);
});
