/** Common time is counted on the real clock, across zones, midnights and the end of the week. */
import { expect, test } from "vitest";
import { commonTime } from "../../../shared/domain/matching/common-time.ts";
import { student } from "./cast.ts";

const winter = Date.UTC(2026, 11, 1);
const summer = Date.UTC(2026, 6, 1);

test.each<
  [one: [zone: string, free: string], other: [zone: string, free: string], at: number, minutes: number]
>([
  [["America/New_York", "Mon 17:00-19:00"], ["America/New_York", "Mon 18:00-20:00 if needed"], winter, 60],
  [
    ["America/New_York", "Mon 17:00-18:00; Mon 18:00-19:00"],
    ["America/New_York", "Mon 17:30-18:30"],
    winter,
    60,
  ],
  // 44 minutes hold no meeting of 45.
  [
    ["America/New_York", "Mon 17:00-19:00"],
    ["America/New_York", "Mon 18:16-20:00; Mon 16:00-17:45"],
    winter,
    45,
  ],
  [["America/New_York", "Mon 17:00-19:00"], ["America/Los_Angeles", "Mon 14:00-15:00"], winter, 60],
  // Adelaide is 16 h 30 min ahead of Chicago in winter, 14 h 30 min in summer.
  [["America/Chicago", "Mon 17:00-18:00"], ["Australia/Adelaide", "Tue 9:30-10:30"], winter, 60],
  [["America/Chicago", "Mon 17:00-18:00"], ["Australia/Adelaide", "Tue 9:30-10:30"], summer, 0],
  [["America/Chicago", "Mon 17:00-18:00"], ["Australia/Adelaide", "Tue 7:30-8:30"], summer, 60],
  // Sunday evening in New York is Monday in UTC, where the week is cut.
  [["America/New_York", "Sun 18:30-19:30"], ["America/New_York", "Sun 18:00-20:00"], winter, 60],
  [["UTC", "Sun 23:30-00:30+1"], ["UTC", "Sun 22:00-24:00; Mon 0:00-0:20"], winter, 50],
  [["Asia/Tokyo", "Mon 8:00-9:00"], ["UTC", "Sun 23:00-24:00"], winter, 60],
  [["UTC", "Mon-Sun 00:00-24:00"], ["UTC", "Mon-Sun 00:00-24:00"], winter, 7 * 1440],
  [["UTC", ""], ["UTC", "Mon-Sun 00:00-24:00"], winter, 0],
])("%j and %j", ([oneZone, oneFree], [otherZone, otherFree], at, minutes) => {
  const one = student("one", {}, { zone: oneZone, free: oneFree });
  const other = student("other", {}, { zone: otherZone, free: otherFree });
  expect(commonTime(at, 45)(one, other)).toBe(minutes);
  expect(commonTime(at, 45)(other, one)).toBe(minutes);
});
