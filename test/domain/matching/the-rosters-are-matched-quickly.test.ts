/** The three rosters are matched in seconds, and how many students find a mentor is known. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commonTime } from "../../../shared/domain/matching/common-time.ts";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { readRoster } from "../../../shared/roster/read-roster.ts";
import { december } from "./cast.ts";

test.each([
  { roster: "riverside", zone: "America/New_York", pairs: 44, without: 6 },
  { roster: "two-zones", zone: "America/Chicago", pairs: 83, without: 10 },
  { roster: "large", zone: "America/Los_Angeles", pairs: 858, without: 159 },
])(
  "$roster",
  ({ roster, zone, pairs, without }) => {
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
    const proposal = proposePairs({
      people,
      existing: [],
      lottery: "2026",
      commonMinutes: commonTime(december, 45),
    });
    expect({ pairs: proposal.pairs.length, without: proposal.withoutMentor.length }).toEqual({
      pairs,
      without,
    });
  },
  10_000,
);
