/** What meetings take of a person's UTC day is one small record, written once in a transaction and only where it changes. */
import { describe, expect, it } from "vitest";
import { itemBytes, type WireItem } from "../../infra/operations/cost/item-bytes.ts";
import type { Meeting } from "../../shared/domain/meetings.ts";
import { day, minute } from "../../shared/domain/time.ts";
import { loadBusyTime, moveBusyTime } from "../../shared/records/busy.ts";
import { keys } from "../../shared/records/keys.ts";
import { loadMeeting, type MeetingChange, saveMeetings } from "../../shared/records/meetings.ts";
import { getItem, type Table, toAttributes, transact, type Write } from "../../shared/records/table.ts";
import { unplaced } from "../domain/lifecycle/a-life.ts";
import { onBothEngines, token } from "./on-both-engines.ts";

const utc = (text: string): number => Date.parse(`${text.replace(" ", "T")}:00Z`);
const booked = (id: string, at: string, more: Partial<Meeting> = {}): Meeting => ({
  ...unplaced,
  id,
  studentId: `student-${id}`,
  mentorId: `mentor-${id}`,
  state: "booked",
  revision: 1,
  minutes: 15,
  startAt: utc(at),
  ...more,
});
const calledOff = (meeting: Meeting): Meeting => ({ ...meeting, state: "called-off" });
const isNew = (after: Meeting): MeetingChange => ({ after, before: undefined, dueAt: undefined });
const updatesOf = (writes: readonly Write[]) => writes.map(({ write }) => write.Update!);
const forgottenAt = (date: string): number => (utc(`${date} 00:00`) + 41 * day) / 1000;

onBothEngines((table) => {
  const write = (...changes: MeetingChange[]) => transact(table(), saveMeetings(table(), changes), token());
  const record = (personId: string, date: string) => getItem(table(), keys.busy(personId, date));
  const stored = async (id: string) => (await loadMeeting(table(), id))!;

  it("names the cells and the meeting, and is forgotten forty days after the day", async () => {
    await write(isNew(booked("a", "2026-12-10 17:00")));
    for (const personId of ["student-a", "mentor-a"])
      expect(await record(personId, "2026-12-10")).toEqual({
        ...keys.busy(personId, "2026-12-10"),
        ...{ c204: null, c205: null, c206: null },
        m204: ["a", 1020, 1035],
        forgetAfter: forgottenAt("2026-12-10"),
      });
  });

  it("keeps its own cells where it is moved by less than its length, and leaves the rest to others", async () => {
    await write(isNew(booked("b", "2026-12-10 17:00")));
    const before = await stored("b");
    const after = { ...before, startAt: utc("2026-12-10 17:05"), minutes: 20 };
    expect(await write({ after, before, dueAt: undefined })).toBeUndefined();
    const day = await record("mentor-b", "2026-12-10");
    expect(day).toEqual({
      ...keys.busy("mentor-b", "2026-12-10"),
      ...{ c205: null, c206: null, c207: null, c208: null },
      m205: ["b", 1025, 1045],
      forgetAfter: forgottenAt("2026-12-10"),
    });
    const next = booked("b2", "2026-12-10 17:25", { mentorId: "mentor-b", minutes: 45 });
    expect(await write(isNew(next))).toBeUndefined();
  });

  it("leaves no cell and no meeting when time is given back", async () => {
    await write(isNew(booked("c", "2026-12-10 23:50", { minutes: 45 })));
    const before = await stored("c");
    expect(await write({ after: calledOff(before), before, dueAt: undefined })).toBeUndefined();
    for (const date of ["2026-12-10", "2026-12-11"])
      expect(await record("mentor-c", date)).toEqual({
        ...keys.busy("mentor-c", date),
        forgetAfter: forgottenAt(date),
      });
  });

  it("stands in two records where a meeting goes past midnight in UTC", async () => {
    await write(isNew(booked("d", "2026-12-31 23:40", { minutes: 45 })));
    expect(await record("student-d", "2026-12-31")).toMatchObject({ m284: ["d", 1420, 1440], c287: null });
    expect(await record("student-d", "2027-01-01")).toMatchObject({ m0: ["d", 0, 25], c4: null });
    expect(await loadBusyTime(table(), "student-d", utc("2026-12-31 00:00"))).toEqual([
      [utc("2026-12-31 23:40") / minute, utc("2027-01-01 00:25") / minute],
    ]);
    const early = booked("d2", "2027-01-01 00:20", { mentorId: "mentor-d" });
    expect(await write(isNew(early))).toBe("someone-was-first");
    expect(await write(isNew({ ...early, startAt: utc("2027-01-01 00:25") }))).toBeUndefined();
  });

  it("takes two meetings of one pair on one UTC day in one write, and gives them back in one", async () => {
    const pair = { studentId: "student-e", mentorId: "mentor-e" };
    const both = [
      booked("e-2026-12", "2027-01-01 01:00", { ...pair, month: "2026-12" }),
      booked("e-2027-01", "2027-01-01 15:00", { ...pair, month: "2027-01" }),
    ];
    expect(await write(...both.map(isNew))).toBeUndefined();
    expect(await record("mentor-e", "2027-01-01")).toMatchObject({
      m12: ["e-2026-12", 60, 75],
      m180: ["e-2027-01", 900, 915],
    });
    const ended = await Promise.all(both.map(({ id }) => stored(id)));
    const changes = ended.map((before) => ({ after: calledOff(before), before, dueAt: undefined }));
    expect(await write(...changes)).toBeUndefined();
    expect(await loadBusyTime(table(), "mentor-e", utc("2026-12-31 00:00"))).toEqual([]);
  });

  it("stays within the kilobyte that one write unit pays for, on a day with eleven meetings of three quarters of an hour", async () => {
    const mentorId = "m".repeat(16);
    for (let hour = 8; hour < 19; hour++) {
      const id = `${String(hour).padStart(16, "a")}-2026-12`;
      await write(
        isNew(booked(id, `2026-12-10 ${String(hour).padStart(2, "0")}:00`, { mentorId, minutes: 45 })),
      );
    }
    const day = (await record(mentorId, "2026-12-10"))!;
    expect(Object.keys(day)).toHaveLength(3 + 11 * (9 + 1));
    expect(itemBytes(toAttributes(day) as unknown as WireItem)).toBeLessThan(1024);
  });

  it("takes in one write what another meeting gives back in it", async () => {
    const before = booked("f", "2026-12-10 17:00", { mentorId: "mentor-f" });
    await write(isNew(before));
    const follows = booked("f2", "2026-12-10 17:00", { mentorId: "mentor-f" });
    const leaves = { after: calledOff(before), before: await stored("f"), dueAt: undefined };
    expect(await write(leaves, isNew(follows))).toBeUndefined();
    expect(await record("mentor-f", "2026-12-10")).toMatchObject({ m204: ["f2", 1020, 1035], c206: null });
  });
});

describe("without a table", () => {
  const table = { name: "school" } as Table;
  const move = (after: Meeting, before?: Meeting) => updatesOf(moveBusyTime(table, [{ after, before }]));

  it("a change that leaves the time as it is writes nothing", () => {
    const before = booked("a", "2026-12-10 17:00");
    expect(move({ ...before, place: "Elsewhere", confirmedBy: ["student"] }, before)).toEqual([]);
    expect(move({ ...before, state: "held" }, before)).toEqual([]);
    expect(move(unplaced)).toEqual([]);
    expect(move(calledOff(before), calledOff(before))).toEqual([]);
  });

  it("two meetings at one time are not written together", () => {
    const mentorId = "mentor";
    const revisions = ["a", "b"].map((id) => ({
      after: booked(id, "2026-12-10 17:00", { mentorId }),
      before: undefined,
    }));
    expect(() => moveBusyTime(table, revisions)).toThrow("two meetings at one time");
  });

  it("the longest meeting takes two or four writes, within the 4 KB that DynamoDB allows an expression", () => {
    const before = booked("a", "2026-12-10 09:00", { minutes: 180 });
    const moved = move({ ...before, startAt: utc("2026-12-10 15:00") }, before);
    const pastMidnight = move({ ...before, startAt: utc("2026-12-10 22:30") }, before);
    expect([move(before), moved, pastMidnight].map(({ length }) => length)).toEqual([2, 2, 4]);
    for (const { UpdateExpression, ConditionExpression = "" } of [...moved, ...pastMidnight])
      expect(Math.max(UpdateExpression!.length, ConditionExpression.length)).toBeLessThan(2000);
  });
});
