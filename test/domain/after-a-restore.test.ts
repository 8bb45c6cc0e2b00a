/** After a restore mail waits for an administrator, and what may have gone out in the lost hours never goes again. */
import { expect, it } from "vitest";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import { mayRelease, type Restore, standingAfter } from "../../shared/domain/restore.ts";
import { inNewYork } from "./lifecycle/a-life.ts";

const at = (time: string): number => inNewYork(`2026-12-09 ${time}`);
const held: Restore = { restoredTo: at("12:00"), restoredAt: at("15:00") };
const released: Restore = { ...held, releasedAt: at("16:00") };

it.each<[string, LetterName, planned: string, due: string, before: string, after: string]>([
  ["planned before, due in the lost hours", "reminder", "11:00", "13:00", "hold", "may-have-gone"],
  ["planned before, due while it was held", "reminder", "11:00", "15:30", "hold", "may-have-gone"],
  ["planned before, due after the release", "reminder", "11:00", "17:00", "hold", "go"],
  ["caught up on while it was held", "reminder", "15:05", "15:05", "hold", "may-have-gone"],
  ["caught up on, waiting for the morning", "reminder", "15:05", "23:00", "hold", "may-have-gone"],
  ["planned after the release", "reminder", "16:01", "16:01", "hold", "go"],
  ["a link that was asked for in the lost hours", "sign-in-link", "11:59", "11:59", "hold", "may-have-gone"],
  ["a link that is asked for now", "sign-in-link", "15:05", "15:05", "go", "go"],
])("%s", (_what, letter, planned, due, before, after) => {
  const message = { letter, plannedAt: at(planned), sendAt: at(due) };
  expect([
    standingAfter(undefined, message),
    standingAfter(held, message),
    standingAfter(released, message),
  ]).toEqual(["go", before, after]);
});

it("is released only once the sweep has caught up", () => {
  expect([mayRelease(held, at("15:14")), mayRelease(held, at("15:15"))]).toEqual([false, true]);
});
