/** How tests run: all of them, in few processes that many files share. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Nothing is mocked and nothing global is changed, so that files need not be kept apart; it takes an eighth of the time.
    isolate: false,
    // By itself vitest leaves one core idle: of two, half.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
