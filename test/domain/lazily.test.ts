/** A schema is made when it is first used, once, and is like any other inside another one. */
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { lazily } from "../../shared/domain/lazily.ts";

it("is made at the first use and never again", () => {
  let made = 0;
  const place = lazily(() => {
    made++;
    return z.object({ room: z.string() });
  });
  expect(made).toBe(0);
  expect(place.parse({ room: "4.12" })).toEqual({ room: "4.12" });
  expect(place.safeParse({}).success).toBe(false);
  expect(made).toBe(1);
});

it("stands inside other schemas, and is extended like any other", () => {
  const place = lazily(() => z.object({ room: z.string() }));
  const meeting = lazily(() => z.object({ at: z.number(), place: z.optional(place), rooms: z.array(place) }));
  const marked = lazily(() => z.extend(place, { floor: z.int() }));
  expect(meeting.parse({ at: 1, place: { room: "a" }, rooms: [{ room: "b", more: 1 }] })).toEqual({
    at: 1,
    place: { room: "a" },
    rooms: [{ room: "b" }],
  });
  expect(meeting.safeParse({ at: 1, rooms: [{}] }).error?.issues[0]?.path).toEqual(["rooms", 0, "room"]);
  expect(marked.parse({ room: "a", floor: 4 })).toEqual({ room: "a", floor: 4 });
});
