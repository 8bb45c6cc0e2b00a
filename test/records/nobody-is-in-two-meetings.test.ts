/** The write that books a meeting takes both people's time; whoever comes second gets nothing, and moving gives the old time back. */
import { expect, it } from "vitest";
import type { Meeting } from "../../shared/domain/meetings.ts";
import { loadBusyTime } from "../../shared/records/busy.ts";
import { loadMeeting, saveMeetings } from "../../shared/records/meetings.ts";
import { transact } from "../../shared/records/table.ts";
import { inNewYork, unplaced } from "../domain/lifecycle/a-life.ts";
import { onBothEngines, token } from "./on-both-engines.ts";

const booked = (id: string, studentId: string, mentorId: string, at: string): Meeting => ({
  ...unplaced,
  id,
  studentId,
  mentorId,
  revision: 0,
  state: "booked",
  arrangement: 1,
  minutes: 45,
  startAt: inNewYork(at),
  arrangedAt: inNewYork("2026-11-24 09:00"),
});

const minutes = (text: string): number => inNewYork(text) / 60_000;

onBothEngines((table) => {
  const book = (after: Meeting, before?: Meeting) =>
    transact(table(), saveMeetings(table(), [{ after, before, dueAt: undefined }]), token());

  it.each([
    [
      "the same student elsewhere at the same time",
      "a1",
      "student-a",
      "mentor-b",
      "2026-12-10 17:00",
      "someone-was-first",
    ],
    [
      "the same mentor in the last quarter of an hour",
      "a2",
      "student-b",
      "mentor-a",
      "2026-12-10 17:30",
      "someone-was-first",
    ],
    ["the same mentor right afterwards", "a3", "student-b", "mentor-a", "2026-12-10 17:45", undefined],
    ["two others at the same time", "a4", "student-c", "mentor-c", "2026-12-10 17:00", undefined],
  ])("beside a meeting at five: %s", async (_what, id, student, mentor, at, expected) => {
    if (!(await loadMeeting(table(), "a")))
      await book(booked("a", "student-a", "mentor-a", "2026-12-10 17:00"));
    expect(await book(booked(id, student, mentor, at))).toBe(expected);
    expect((await loadMeeting(table(), id)) === undefined).toBe(expected !== undefined);
  });

  it("gives the old time back when it is moved, in the same write", async () => {
    await book(booked("m", "student-m", "mentor-m", "2026-12-11 10:00"));
    const before = (await loadMeeting(table(), "m"))!;
    const after = { ...before, startAt: inNewYork("2026-12-11 10:15"), arrangement: 2 };
    expect(await book(after, before)).toBeUndefined();
    for (const person of ["student-m", "mentor-m"])
      expect(await loadBusyTime(table(), person, inNewYork("2026-12-01 00:00"))).toEqual([
        [minutes("2026-12-11 10:15"), minutes("2026-12-11 11:00")],
      ]);
    expect(await loadBusyTime(table(), "student-m", inNewYork("2026-12-01 00:00"), "m")).toEqual([]);
  });

  it("keeps to the minute what a meeting takes, also where it is moved by less than its length", async () => {
    await book({ ...booked("f", "student-f", "mentor-f", "2026-12-11 10:00"), minutes: 50 });
    const busy = () => loadBusyTime(table(), "mentor-f", inNewYork("2026-12-01 00:00"));
    expect(await busy()).toEqual([[minutes("2026-12-11 10:00"), minutes("2026-12-11 10:50")]]);
    const before = (await loadMeeting(table(), "f"))!;
    expect(await book({ ...before, startAt: inNewYork("2026-12-11 10:30") }, before)).toBeUndefined();
    expect(await busy()).toEqual([[minutes("2026-12-11 10:30"), minutes("2026-12-11 11:20")]]);
    const rival = booked("f2", "student-g", "mentor-f", "2026-12-11 10:45");
    expect(await book(rival)).toBe("someone-was-first");
  });

  it.each([
    ["s1", "2026-12-16 17:00", undefined],
    ["s2", "2026-12-16 17:20", undefined],
    ["s3", "2026-12-16 16:40", undefined],
    ["s4", "2026-12-16 17:20", "someone-was-first"],
  ])(
    "of meetings that begin every twenty minutes, one may follow upon the other: %s",
    async (id, at, expected) => {
      const meeting = { ...booked(id, `student-${id}`, "mentor-s", at), minutes: 20 };
      expect(await book(meeting)).toBe(expected);
    },
  );

  it("is known as taken for a day after it was, and no longer", async () => {
    await book(booked("d", "student-d", "mentor-d", "2026-12-11 10:00"));
    const busy = (from: string) => loadBusyTime(table(), "mentor-d", inNewYork(from));
    expect(await busy("2026-12-12 10:44")).toEqual([
      [minutes("2026-12-11 10:00"), minutes("2026-12-11 10:45")],
    ]);
    expect(await busy("2026-12-12 10:45")).toEqual([]);
  });

  it("gives all time back when it is called off", async () => {
    await book(booked("c", "student-x", "mentor-x", "2026-12-11 10:00"));
    const before = (await loadMeeting(table(), "c"))!;
    expect(await book({ ...before, state: "called-off", arrangement: 2 }, before)).toBeUndefined();
    expect(await loadBusyTime(table(), "mentor-x", inNewYork("2026-12-01 00:00"))).toEqual([]);
  });

  it("lets one of two simultaneous bookings win", async () => {
    const rivals = ["r1", "r2", "r3"].map((id) =>
      booked(id, `student-${id}`, "mentor-r", "2026-12-15 12:00"),
    );
    const answers = await Promise.all(rivals.map((meeting) => book(meeting)));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(await loadBusyTime(table(), "mentor-r", inNewYork("2026-12-01 00:00"))).toHaveLength(1);
  });
});
