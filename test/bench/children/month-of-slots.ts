/** The starts of one month for so many pairs, in a process of its own. */

import { seededRandom } from "../../../infra/local/seeded-random.ts";
import { type WeeklyWindow, weekdays } from "../../../shared/domain/availability.ts";
import { slotsOf } from "../../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent } from "../../domain/a-pair.ts";
import { cpuMilliseconds } from "../measure.ts";

const zones = [
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "Europe/London",
  "Asia/Kolkata",
  "Australia/Adelaide",
];
const { below } = seededRandom("slots");
const two = (value: number): string => String(value).padStart(2, "0");
const weekly = (count: number): WeeklyWindow[] =>
  Array.from({ length: count }, () => {
    const hour = 8 + below(8);
    return {
      day: weekdays[below(7)]!,
      start: `${two(hour)}:${two(15 * below(4))}`,
      end: `${two(hour + 2 + below(4))}:00`,
      level: below(4) === 0 ? "if needed" : "free",
    };
  });
const school = aSchool({ meeting: { minutes: 45, stepMinutes: 15, spacingDays: 10, noticeMinutes: 1440 } });
const pairs = Array.from({ length: Number(process.argv[2]) }, (_, index) => ({
  student: { ...aStudent({ weekly: weekly(6) }, zones[below(6)]!), id: `s${index}` },
  mentor: { ...aMentor({ weekly: weekly(5) }, zones[below(6)]!), id: `m${index}` },
}));
const now = Date.UTC(2026, 9, 24);

const before = cpuMilliseconds();
let starts = 0;
for (const pair of pairs)
  starts += slotsOf({ school, pair, month: "2026-11", now, busy: { student: [], mentor: [] } }).starts.length;
console.log(JSON.stringify({ slotsMs: cpuMilliseconds() - before, starts }));
