/** Compares a text with its golden file, byte for byte, or renews the file where a person asked for it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

export const goldenFolder = fileURLToPath(new URL("./golden/", import.meta.url));

/**
 * To renew the files after a change that was meant: `UPDATE_GOLDEN=1 npx vitest run test/letters`, then read the diff.
 * Refused in CI, where a file that renews itself would agree with anything.
 */
export function expectGolden(file: string, text: string): void {
  if (process.env.UPDATE_GOLDEN === "1") {
    if (process.env.CI)
      throw new Error("golden files are not renewed in CI; renew them on your machine and read the diff");
    mkdirSync(goldenFolder, { recursive: true });
    writeFileSync(goldenFolder + file, text);
  }
  expect(text).toBe(readFileSync(goldenFolder + file, "utf8"));
}
