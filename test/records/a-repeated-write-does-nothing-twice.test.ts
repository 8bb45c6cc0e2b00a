/** A transaction whose answer was lost is asked again with the same token, and is done once. */
import { expect, it } from "vitest";
import {
  absent,
  type Condition,
  getBranch,
  getItem,
  getItems,
  put,
  transact,
} from "../../shared/records/table.ts";
import { onBothEngines, token } from "./on-both-engines.ts";

onBothEngines((table) => {
  it("answers the same write with the same token as done, though its condition no longer holds", async () => {
    const same = token();
    const write = [put(table(), { pk: "once", sk: "once" }, absent, "there-already")];
    expect(await transact(table(), write, same)).toBeUndefined();
    expect(await transact(table(), write, same)).toBeUndefined();
    expect(await transact(table(), write, token())).toBe("there-already");
  });

  it("knows its own write of one record by the record, and nobody else's", async () => {
    const written = (by: string, condition: Condition = absent) => [
      put(table(), { pk: "alone", sk: "1", by, at: [1, { deep: true }] }, condition, "not-as-read"),
    ];
    await transact(table(), written("nobody"), token());
    const asRead = { expression: "#by = :nobody", names: { "#by": "by" }, values: { ":nobody": "nobody" } };
    expect(await transact(table(), written("me", asRead), token())).toBeUndefined();
    expect(await transact(table(), written("me", asRead), token())).toBeUndefined();
    expect(await transact(table(), written("somebody else", asRead), token())).toBe("not-as-read");
    expect((await getItem(table(), { pk: "alone", sk: "1" }))?.by).toBe("me");
  });

  it("writes nothing when one condition does not hold, and names the first that did not", async () => {
    await transact(table(), [put(table(), { pk: "taken", sk: "1" }, absent, "x")], token());
    const writes = [
      put(table(), { pk: "free", sk: "1" }, absent, "first"),
      put(table(), { pk: "taken", sk: "1" }, absent, "second"),
    ];
    expect(await transact(table(), writes, token())).toBe("second");
    expect(await getItem(table(), { pk: "free", sk: "1" })).toBeUndefined();
  });

  it("reads more than a hundred records at once, in the order asked for, and a whole branch", async () => {
    const names = Array.from({ length: 130 }, (_, index) => String(index).padStart(3, "0"));
    for (let from = 0; from < names.length; from += 65)
      await transact(
        table(),
        names.slice(from, from + 65).map((sk) => put(table(), { pk: "many", sk }, undefined, "x")),
        token(),
      );
    const wanted = [...names.toReversed(), "999"].map((sk) => ({ pk: "many", sk }));
    expect((await getItems(table(), wanted)).map((item) => item?.sk)).toEqual([
      ...names.toReversed(),
      undefined,
    ]);
    expect((await getBranch(table(), "many", "01")).map(({ sk }) => sk)).toEqual(names.slice(10, 20));
  });
});
