/** The three rosters in both modes: pairs, students without a mentor, and who would both rather have each other. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commonTime } from "../../../shared/domain/matching/common-time.ts";
import type { MatchingMode } from "../../../shared/domain/matching/modes.ts";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { readRoster } from "../../../shared/roster/read-roster.ts";
import { december } from "./cast.ts";

test.each([
  { roster: "riverside", zone: "America/New_York", stable: [44, 6, 0], leftOut: [53, 1, 19] },
  { roster: "two-zones", zone: "America/Chicago", stable: [83, 10, 0], leftOut: [83, 7, 13] },
  { roster: "large", zone: "America/Los_Angeles", stable: [858, 159, 0], leftOut: [858, 142, 474] },
])("$roster", ({ roster, zone, stable, leftOut }) => {
  const read = readRoster(readFileSync(`${import.meta.dirname}/../../rosters/${roster}.csv`), {
    timeZone: zone,
  });
  if (!read.ok) throw new Error("the roster is not read");
  const people = read.value.people.map((person) => ({
    ...person,
    id: person.email,
    revision: 1,
    joinedAt: 0,
    wantsOptionalMail: true,
    gratitude: {},
  }));
  const request = {
    people,
    existing: [],
    assessors: [],
    lottery: "2026",
    commonMinutes: commonTime(december, 45),
  };
  const figures = (mode: MatchingMode) => {
    const { pairs, withoutMentor, blocking } = proposePairs(request, mode);
    return [pairs.length, withoutMentor.length, blocking.againstFirstMentor];
  };
  expect(figures("stable")).toEqual(stable);
  expect(figures("nobody-left-out")).toEqual(leftOut);
});
