/** Whatever people write is shown as text and never becomes part of a page. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { administrator, maya, type OwnWorld, openOwnWorld, ravi } from "./own-world.ts";

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

let world: OwnWorld;
beforeAll(async () => {
  world = await openOwnWorld({
    maya: {
      name: `Maya ${hostile}`,
      student: {
        ...maya.student!,
        specialties: [hostile],
        goals: [{ area: "research", text: hostile }],
      },
    },
    ravi: { name: `Ravi ${hostile}`, mentor: { ...ravi.mentor!, place: hostile, specialties: [hostile] } },
    mentorship: {
      reasons: [{ about: "specialties", specialties: [hostile] }],
      lineForStudent: hostile,
      nextStep: { month: "2026-11", notes: { student: hostile }, notedAt: 0 },
    },
  });
});
afterAll(() => world.close());

it.each([
  [maya.email, "/student"],
  [maya.email, "/student/goals"],
  [maya.email, "/student/profile"],
  [maya.email, "/student/meetings/pairaaaa-2026-12/move"],
  [maya.email, "/student?done=%3Cscript%3Ealert(3)%3C/script%3E"],
  [ravi.email, "/mentor"],
  [ravi.email, "/mentor/students"],
  [ravi.email, "/mentor/profile"],
  [administrator, "/administrator"],
  [administrator, "/administrator/people"],
  [administrator, "/administrator/pairs"],
  [administrator, "/administrator/months"],
  [administrator, "/administrator/mail"],
  [administrator, "/administrator/import"],
])("%s sees no script on %s", async (email, path) => {
  const page = await world.browse(email, path);
  expect(page.status).toBe(200);
  expect(page.html).not.toMatch(/<script|<img|alert\(3\)/);
});

it("shows the name as it was written", async () => {
  const page = await world.browse(maya.email, "/student");
  expect(page.text).toContain(`With Ravi ${hostile}`);
});
