/** A meeting's calendar entry is what an independent reader of RFC 5545 takes it for. */
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarEntry } from "../../shared/letters/calendar-entry.ts";
import { helen, maya, meeting, school, siteUrl } from "./cast.ts";

const now = Date.UTC(2026, 10, 24, 14, 0, 5);
const base = { method: "REQUEST", school, siteUrl, meeting, student: maya, mentor: helen, now } as const;

const read = (entry: string) => {
  const calendar = new ICAL.Component(ICAL.parse(entry));
  const events = calendar.getAllSubcomponents("vevent");
  expect(events.length).toBe(1);
  return { calendar, event: events[0]! };
};

describe("an invitation", () => {
  const { calendar, event } = read(calendarEntry(base));

  test("has the method, times, identity and sequence of the meeting", () => {
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event.getFirstPropertyValue("uid")).toBe("m-2026-12-maya@med.riverside.example");
    expect(event.getFirstPropertyValue("sequence")).toBe(1);
    expect(String(event.getFirstPropertyValue("dtstamp"))).toBe("2026-11-24T14:00:05Z");
    expect(String(event.getFirstPropertyValue("dtstart"))).toBe("2026-12-10T22:00:00Z");
    expect(String(event.getFirstPropertyValue("dtend"))).toBe("2026-12-10T22:45:00Z");
    expect(event.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(event.getFirstPropertyValue("summary")).toBe("Mentorship: Maya Chen and Dr. Helen Okafor");
    expect(event.getFirstPropertyValue("location")).toBe("Children's Pavilion, room 4.102");
    expect(event.getFirstProperty("url")).toBe(null);
  });

  test("comes from the school and names both people, who answer by the mail's links", () => {
    expect(event.getFirstPropertyValue("organizer")).toBe("mailto:mentorship@med.riverside.example");
    const attendees = event.getAllProperties("attendee");
    expect(attendees.map((attendee) => attendee.getFirstValue())).toEqual([
      "mailto:maya.chen@med.riverside.example",
      "mailto:h.okafor@med.riverside.example",
    ]);
    expect(attendees.map((attendee) => attendee.getFirstParameter("rsvp"))).toEqual(["FALSE", "FALSE"]);
    expect(attendees.map((attendee) => attendee.getFirstParameter("partstat"))).toEqual([
      "NEEDS-ACTION",
      "NEEDS-ACTION",
    ]);
  });

  test("rings no alarm of its own", () => {
    expect(event.getAllSubcomponents("valarm")).toEqual([]);
  });
});

test("who has confirmed stands as accepted", () => {
  const { event } = read(calendarEntry({ ...base, meeting: { ...meeting, confirmedBy: ["mentor"] } }));
  const partstats = event.getAllProperties("attendee").map((it) => it.getFirstParameter("partstat"));
  expect(partstats).toEqual(["NEEDS-ACTION", "ACCEPTED"]);
});

test("a called-off meeting cancels the same entry", () => {
  const { calendar, event } = read(
    calendarEntry({
      ...base,
      method: "CANCEL",
      meeting: { ...meeting, state: "called-off", arrangement: 2 },
    }),
  );
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(event.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(event.getFirstPropertyValue("uid")).toBe("m-2026-12-maya@med.riverside.example");
  expect(event.getFirstPropertyValue("sequence")).toBe(2);
});

test("a meeting by video has the link as its URL, too", () => {
  const place = "https://meet.riverside.example/r/4?pin=1,2;3";
  const { event } = read(calendarEntry({ ...base, meeting: { ...meeting, place } }));
  expect(event.getFirstPropertyValue("url")).toBe(place);
  expect(event.getFirstPropertyValue("location")).toBe(place);
});

test("a meeting without a time has no entry", () => {
  const { startAt: _, ...withoutTime } = meeting;
  expect(() => calendarEntry({ ...base, meeting: withoutTime })).toThrow("has no time");
});

describe("whatever people are called and wherever they meet", () => {
  const anything = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.string({
      unit: fc.constantFrom('"', "^", ";", ",", ":", "\\", "n", "\n", " ", "é", "李", "🩺"),
      maxLength: 120,
    }),
  );
  const oneLineOnly = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

  test("names and places survive the journey", () => {
    fc.assert(
      fc.property(anything, anything, (name, place) => {
        fc.pre(!oneLineOnly.test(name) && name === name.trim().replace(/ {2,}/g, " ") && name !== "");
        fc.pre(!/[^\P{Cc}\n]/u.test(place) && place !== "");
        const { event } = read(
          calendarEntry({ ...base, student: { ...maya, name }, meeting: { ...meeting, place } }),
        );
        expect(event.getFirstPropertyValue("summary")).toBe(`Mentorship: ${name} and Dr. Helen Okafor`);
        expect(event.getFirstPropertyValue("location")).toBe(place);
        // ical.js undoes backslashes in a parameter, where RFC 5545 3.2 knows none.
        if (!name.includes("\\")) {
          expect(event.getFirstProperty("attendee")?.getFirstParameter("cn")).toBe(name);
        }
      }),
    );
  });

  test("no line is longer than 75 octets, all end in CRLF, and no character is cut in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 240 }), (text) => {
        const entry = calendarEntry({
          ...base,
          mentor: { ...helen, name: text },
          meeting: { ...meeting, place: text },
        });
        const lines = entry.split("\r\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("nobody's name can add a line to the entry", () => {
    const name = "Eve\r\nBEGIN:VALARM\r\nX:\u2028Y";
    const { event } = read(
      calendarEntry({ ...base, student: { ...maya, name }, meeting: { ...meeting, place: name } }),
    );
    expect(event.getAllSubcomponents()).toEqual([]);
    expect(event.getAllProperties("x")).toEqual([]);
    expect(event.getFirstProperty("attendee")?.getFirstParameter("cn")).toBe("Eve BEGIN:VALARM X: Y");
  });
});
