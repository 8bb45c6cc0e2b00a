/** Runs tests of the records on the local world's table and on Amazon's own, each test on an empty corner of it. */
import { afterAll, beforeAll, describe } from "vitest";
import type { Table } from "../../shared/records/table.ts";
import { engines, type OpenTable, tableName } from "../local/engines.ts";

/** `tests` gets the table through a function, since it is opened only when the tests run. */
export function onBothEngines(tests: (table: () => Table) => void): void {
  for (const engine of engines) {
    describe.skipIf(engine.absent)(engine.name, () => {
      let open: OpenTable | undefined;
      beforeAll(async () => {
        open = await engine.open();
      });
      afterAll(() => open?.close());
      tests(() => ({ name: tableName, client: open!.client }));
    });
  }
}

let tokens = 0;
/** A token for one attempt, different each time. */
export const token = (): string => `attempt-${++tokens}-${process.pid}`;
