/** Free times, absences and exceptions are read as people write them, and a sentence says what to write instead. */
import { describe, expect, test } from "vitest";
import {
  formatAbsences,
  formatOverrides,
  formatWindows,
  parseAbsences,
  parseOverrides,
  parseWindows,
} from "../../shared/domain/availability-text.ts";
import type { Result } from "../../shared/domain/result.ts";

const shown = <Value>(
  read: Result<Value[], string[]>,
  format: (values: Value[]) => string,
): string | string[] => (read.ok ? format(read.value) : read.refusal);

const days = "write Mon, Tue, Wed, Thu, Fri, Sat or Sun.";

describe("weekly windows", () => {
  test.each<[written: string, read: string | string[]]>([
    ["Mon 17:00-19:00; Thu 12:00-13:00 if needed", "Mon 17:00-19:00; Thu 12:00-13:00 if needed"],
    ["monday 9:00 – 10:30 ;", "Mon 09:00-10:30"],
    ["TUES. 9:00 to 10:30 (If Needed)\nwed 8:00-9:00 free", "Tue 09:00-10:30 if needed; Wed 08:00-09:00"],
    ["Mon-Wed 12:00-13:00", "Mon 12:00-13:00; Tue 12:00-13:00; Wed 12:00-13:00"],
    ["Sat – Mon: 08:00-09:00", "Sat 08:00-09:00; Sun 08:00-09:00; Mon 08:00-09:00"],
    ["Mon, Wed and Fri 12:00-13:00", "Mon 12:00-13:00; Wed 12:00-13:00; Fri 12:00-13:00"],
    ["Mon 17:00-19:00; Mon 18:00-20:00", "Mon 17:00-19:00; Mon 18:00-20:00"],
    ["Sat 22:00-1:00+1; Sun 22:00-24:00", "Sat 22:00-01:00+1; Sun 22:00-24:00"],
    ["Sat 22:00-01:00 next day if needed", "Sat 22:00-01:00+1 if needed"],
    [" ; ", ""],
    [
      "Mon 22:00-01:00",
      ["“Mon 22:00-01:00” ends before it starts: to run past midnight, write 22:00-01:00+1."],
    ],
    ["Mon 10:00-10:00", ["“Mon 10:00-10:00” is empty: it ends when it starts."]],
    [
      "Mon 10:00-11:00+1",
      ["“Mon 10:00-11:00+1” is longer than a day: leave out “+1”, or write several pieces."],
    ],
    ["Mon 24:00-01:00+1", ["“Mon 24:00-01:00+1” starts at 24:00: start at 00:00 of the next day."]],
    ["Mon 5pm-7:30pm", ["“Mon 5pm-7:30pm”: “5pm” is not a time: write it like 17:00."]],
    ["Mon 17:00-7:30 pm", ["“Mon 17:00-7:30 pm”: “7:30 pm” is not a time: write it like 19:30."]],
    ["Mon 12am-1:00", ["“Mon 12am-1:00”: “12am” is not a time: write it like 00:00."]],
    ["Mon 17-19:00", ["“Mon 17-19:00”: “17” is not a time: write it like 17:00."]],
    ["Mon 25:00-26:00", ["“Mon 25:00-26:00”: “25:00” is not a time: write it like 17:00."]],
    ["Mon 17:00", ["“Mon 17:00” cannot be read: write it like “Mon 17:00-19:00”."]],
    ["evenings", ["“evenings” has no time: write it like “Mon 17:00-19:00”."]],
    ["17:00-19:00", ["“17:00-19:00” names no day: write it like “Mon 17:00-19:00”."]],
    [
      "Mo 1:00-2:00; Wed 9:00-8:00; Thu 9:00-10:00",
      [
        `“Mo 1:00-2:00”: “Mo” is not a day: ${days}`,
        "“Wed 9:00-8:00” ends before it starts: to run past midnight, write 09:00-08:00+1.",
      ],
    ],
    ["Mon-Xyz 10:00-11:00", [`“Mon-Xyz 10:00-11:00”: “Mon-Xyz” is not a day: ${days}`]],
    ["Mon- 10:00-11:00", [`“Mon- 10:00-11:00”: “Mon-” is not a day: ${days}`]],
    [`Mon 10:00-${"1".repeat(500)}`, [`“Mon 10:00-${"1".repeat(49)}…” is too long to be read.`]],
    ["Mon-Sun 10:00-11:00;".repeat(9), ["There are 63 weekly times; at most 60 can be kept."]],
  ])("%s", (written, read) => {
    expect(shown(parseWindows(written), formatWindows)).toEqual(read);
  });
});

describe("absences", () => {
  test.each<[written: string, read: string | string[]]>([
    [
      "2026-12-14..2026-12-18 exam; 2026-12-07T19:00..2026-12-12T07:00 on-call",
      "2026-12-14..2026-12-18 exam; 2026-12-07T19:00..2026-12-12T07:00 on-call",
    ],
    ["2026-12-14", "2026-12-14..2026-12-14 away"],
    ["2026-12-14 Exam", "2026-12-14..2026-12-14 exam"],
    ["2026-12-14 – 2026-12-16 On Call", "2026-12-14..2026-12-16 on-call"],
    ["2026-12-07 19:00 to 2026-12-08 9:00 holiday", "2026-12-07T19:00..2026-12-08T09:00 holiday"],
    [
      "2026-02-28..2026-02-29",
      ["“2026-02-28..2026-02-29”: “2026-02-29” is not a date: write it like 2026-12-14 or 2026-12-14T19:00."],
    ],
    ["2026-12-14..2026-12-12", ["“2026-12-14..2026-12-12” ends before it starts."]],
    [
      "2026-12-14T09:00..2026-12-14T09:00",
      ["“2026-12-14T09:00..2026-12-14T09:00” is empty: it ends when it starts."],
    ],
    ["2026-12-14..2026-12-15T10:00", ["“2026-12-14..2026-12-15T10:00”: give both ends a time, or neither."]],
    [
      "2026-12-14..2026-12-15 party",
      [
        "“2026-12-14..2026-12-15 party”: “party” is not a kind of absence: write exam, on-call, holiday or away.",
      ],
    ],
    ["next week", ["“next week” cannot be read: write it like “2026-12-14..2026-12-18 exam”."]],
  ])("%s", (written, read) => {
    expect(shown(parseAbsences(written), formatAbsences)).toEqual(read);
  });
});

describe("exceptions for single dates", () => {
  test.each<[written: string, read: string | string[]]>([
    [
      "2026-12-03: 10:00-12:00, 14:00-15:00; 2026-12-10: off",
      "2026-12-03: 10:00-12:00, 14:00-15:00; 2026-12-10: off",
    ],
    ["2026-12-03 : 9:00-10:00 if needed,22:00-2:00+1", "2026-12-03: 09:00-10:00 if needed, 22:00-02:00+1"],
    ["2026-12-10: OFF", "2026-12-10: off"],
    ["2028-02-29: off", "2028-02-29: off"],
    [
      "2026-12-03: off; 2026-12-03: 10:00-11:00",
      ["2026-12-03 is there twice: write all its times in one piece."],
    ],
    ["2100-02-29: off", ["“2100-02-29: off”: “2100-02-29” is not a date: write it like 2026-12-03."]],
    ["12/3: off", ["“12/3: off”: “12/3” is not a date: write it like 2026-12-03."]],
    [
      "2026-12-03: 12:00-10:00",
      ["“2026-12-03: 12:00-10:00” ends before it starts: to run past midnight, write 12:00-10:00+1."],
    ],
    [
      "2026-12-03",
      ["“2026-12-03” cannot be read: write it like “2026-12-03: 10:00-12:00” or “2026-12-03: off”."],
    ],
  ])("%s", (written, read) => {
    expect(shown(parseOverrides(written), formatOverrides)).toEqual(read);
  });
});
