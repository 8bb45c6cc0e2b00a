/** Two students choose the same free time of one mentor at the same moment: one gets it, the other is told and chooses again. */
import { expect, it } from "vitest";
import { answer } from "../../../functions/answer/index.ts";
import { eventOfRequest, responseOf } from "../../../infra/local/front-door.ts";
import { loadMeeting } from "../../../shared/records/meetings.ts";
import { saveMentorship } from "../../../shared/records/mentorships.ts";
import { addPerson } from "../../../shared/records/people.ts";
import { transact } from "../../../shared/records/table.ts";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { maya, openPairWorld } from "./a-pair-in-december.ts";
import { giveLink } from "./given-link.ts";
import { siteUrl } from "./pages-world.ts";

/** Tuesday, December 8, 2026, 7:00 AM in New York, and a booked time two days later. */
const wanted = Date.UTC(2026, 11, 8, 12);
const omarMeetsAt = Date.UTC(2026, 11, 17, 12, 30);

it("one is booked, the other sees the list again", async () => {
  const world = await openPairWorld();
  const { runtime } = world;
  const table = tableOf(runtime);
  const omar = { ...maya, id: "omar", name: "Omar Haddad", email: "omar@riverside.example.edu" };
  const pair = { ...(await world.mentorship()), id: "pairbbbb", studentId: "omar" };
  const meetingId = "pairbbbb-2026-12";
  const about = {
    verb: "move",
    role: "student",
    personId: "omar",
    meetingId,
    mentorshipId: pair.id,
  } as const;
  await transact(
    table,
    [...addPerson(table, omar), ...saveMentorship(table, pair, undefined, undefined)],
    "the-other-pair",
  );
  await actOnMeeting(runtime, meetingId, { type: "slot-chosen", by: "planner", startAt: omarMeetsAt });

  const handle = answer(runtime);
  const choose = async (path: string) => {
    const body = new URLSearchParams({ startAt: String(wanted), arrangement: "1" });
    const request = new Request(`${siteUrl}${path}`, { method: "POST", body });
    return responseOf(await handle(await eventOfRequest(request, "r", world.now())), "POST");
  };
  const answers = await Promise.all([
    choose(await world.give("move", "student")),
    choose(await giveLink(world, { ...about, data: {} })),
  ]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = await answers.find(({ status }) => status === 409)!.text();
  expect(refused).toContain(
    "Somebody was quicker: that time has just been taken. Please choose another one.",
  );
  expect(refused).not.toContain(`value="${wanted}"`);
  const meetings = [await world.meeting(), await loadMeeting(table, meetingId)];
  expect(meetings.filter((meeting) => meeting?.startAt === wanted)).toHaveLength(1);
  expect(meetings.map((meeting) => meeting?.state)).toEqual(["booked", "booked"]);
  await world.close();
});
