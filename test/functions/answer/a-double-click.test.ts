/** A double click sends a form twice at one moment: its thing is done once, and each answer says that it is done. */
import { afterEach, expect, it } from "vitest";
import { mentorPage } from "../../../functions/mentor-page/index.ts";
import { studentPage } from "../../../functions/student-page/index.ts";
import { eventOfRequest, responseOf } from "../../../infra/local/front-door.ts";
import {
  maya,
  meetingId,
  mentorshipId,
  type OwnWorld,
  openOwnWorld,
  ravi,
  siteUrl,
  startAt,
} from "../../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const meeting = `meetings/${meetingId}`;
const mentorship = `mentorships/${mentorshipId}`;
const offered = { mentorship: { state: "offered", offeredAt: startAt } } as const;

it.each([
  ["confirm", "student", `${meeting}/confirm`, {}, {}],
  ["call-off", "student", `${meeting}/call-off`, {}, {}],
  ["skip-month", "mentor", `${meeting}/skip-month`, {}, {}],
  ["move", "mentor", `${meeting}/move`, { startAt: String(Date.UTC(2026, 11, 15, 12, 30)) }, {}],
  ["not-for-me", "mentor", `${mentorship}/not-for-me`, {}, {}],
  ["accept-student", "mentor", `${mentorship}/accept-student`, {}, offered],
  ["not-now", "mentor", `${mentorship}/not-now`, {}, offered],
  ["withdraw-request", "student", `${mentorship}/withdraw-request`, {}, offered],
] as const)("%s", async (done, role, path, form, change) => {
  const second: (string | number | null)[][] = [];
  let clicks = 0;
  const click = async () => {
    const request = new Request(`${siteUrl}/${role}/${path}`, {
      method: "POST",
      body: new URLSearchParams({ arrangement: "1", ...form }),
      headers: { cookie: await world.signIn(role === "student" ? maya.email : ravi.email), origin: siteUrl },
    });
    const handle = role === "student" ? studentPage(world.runtime) : mentorPage(world.runtime);
    const { status, headers } = responseOf(
      await handle(await eventOfRequest(request, "r", world.now())),
      "POST",
    );
    return [status, headers.get("location")];
  };
  world = await openOwnWorld(change, {
    booked: !("mentorship" in change),
    studentsChoose: true,
    // The second comes while the first is about to be written.
    interception: async (call, deliver) => {
      const isWrite =
        /^(PutItem|TransactWriteItems)$/.test(call.operation) && call.body.includes('"revision":{"N":"');
      if (clicks === 1 && isWrite) {
        clicks++;
        second.push(await click());
      }
      return deliver();
    },
  });
  clicks = 1;
  const led = [303, `/${role}?done=${done}`];
  expect([await click(), ...second]).toEqual([led, led]);
});
