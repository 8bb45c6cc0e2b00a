/** An address belongs to one person, whatever its case; a person is written only on the revision that was read. */
import { expect, it } from "vitest";
import type { Person } from "../../shared/domain/people.ts";
import {
  addInvitation,
  addPerson,
  listInvitations,
  listPeople,
  loadPeople,
  loadPerson,
  loadPersonByEmail,
  savePerson,
} from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { aStudent } from "../domain/a-pair.ts";
import { onBothEngines, token } from "./on-both-engines.ts";

const person = (id: string, email: string, name = id): Person => ({
  ...aStudent({
    weekly: [{ day: "Mon", start: "17:00", end: "19:00", level: "if needed" }],
    absences: [{ from: "2026-12-14", to: "2026-12-18", kind: "exam" }],
    overrides: [{ date: "2026-12-03", windows: [] }],
  }),
  id,
  email,
  name,
});

onBothEngines((table) => {
  it("keeps a person as he or she was, found by id and by address", async () => {
    const wei = person("wei", "Wei@Riverside.example.edu");
    expect(await transact(table(), addPerson(table(), wei), token())).toBeUndefined();
    expect(await loadPerson(table(), "wei")).toEqual({ ...wei, revision: 1 });
    expect(await loadPersonByEmail(table(), "  wei@riverside.EXAMPLE.edu ")).toEqual({ ...wei, revision: 1 });
    expect(await loadPersonByEmail(table(), "nobody@riverside.example.edu")).toBeUndefined();
  });

  it("refuses a second person at the same address in another case, and writes nothing of it", async () => {
    await transact(table(), addPerson(table(), person("ann", "ann@riverside.example.edu")), token());
    const again = person("other-ann", "ANN@riverside.example.edu");
    expect(await transact(table(), addPerson(table(), again), token())).toBe("address-taken");
    expect(await loadPerson(table(), "other-ann")).toBeUndefined();
  });

  it("refuses a write on an older revision", async () => {
    const bo = person("bo", "bo@riverside.example.edu");
    await transact(table(), addPerson(table(), bo), token());
    const read = (await loadPerson(table(), "bo"))!;
    expect(
      await transact(table(), [savePerson(table(), { ...read, name: "Bo B" }, read)], token()),
    ).toBeUndefined();
    expect(await transact(table(), [savePerson(table(), { ...read, name: "Bo C" }, read)], token())).toBe(
      "changed-meanwhile",
    );
    expect(await loadPerson(table(), "bo")).toMatchObject({ name: "Bo B", revision: 2 });
  });

  it("lists everybody by name, and loads many in the order asked for without those who are not there", async () => {
    await transact(
      table(),
      addPerson(table(), person("zoe", "zoe@riverside.example.edu", "Zoë Aziz")),
      token(),
    );
    await transact(
      table(),
      addPerson(table(), person("abe", "abe@riverside.example.edu", "Abe Zorn")),
      token(),
    );
    expect((await listPeople(table())).map(({ id }) => id)).toEqual(["abe", "ann", "bo", "wei", "zoe"]);
    expect((await loadPeople(table(), ["zoe", "nobody", "abe", "zoe"])).map(({ id }) => id)).toEqual([
      "zoe",
      "abe",
      "zoe",
    ]);
  });

  it("ends an invitation when its person joins", async () => {
    const cy = { email: "cy@riverside.example.edu", name: "Cy", role: "mentor" as const, invitedAt: 5 };
    await transact(table(), [addInvitation(table(), cy)], token());
    expect(await listInvitations(table())).toMatchObject([cy]);
    await transact(table(), addPerson(table(), person("cy", "CY@riverside.example.edu")), token());
    expect(await listInvitations(table())).toEqual([]);
  });
});
