/** Staff see dates and states, never what was said: no questions, lines, thanks, next steps. */
import { expect, it } from "vitest";
import { hour } from "../../../shared/domain/time.ts";
import { addThankYou } from "../../../shared/records/mentorships.ts";
import { transact } from "../../../shared/records/table.ts";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import {
  administrator,
  maya,
  meetingId,
  meetsAt,
  mentorshipId,
  openOwnWorld,
  ravi,
} from "../../pages/own-world.ts";

const secret = "between-the-two";

it("none of the administrator's pages shows what was said", async () => {
  const world = await openOwnWorld({
    mentorship: {
      nextStep: {
        month: "2026-11",
        notes: { mentor: `${secret}-step` },
        notedAt: 1,
        outcome: "done",
        because: `${secret}-because`,
      },
      lineForStudent: `${secret}-line`,
    },
  });
  const table = tableOf(world.runtime);
  const act = (event: Parameters<typeof actOnMeeting>[2]) => actOnMeeting(world.runtime, meetingId, event);
  const noted = await act({ type: "questions-noted", by: "student", text: `${secret}-questions` });
  await world.advanceTo(meetsAt + 2 * hour);
  const answers = [
    await act({
      type: "answered",
      by: "student",
      answer: { attendance: "met", line: `${secret}-word`, at: world.now() },
    }),
    await act({
      type: "answered",
      by: "mentor",
      answer: { attendance: "met", line: `${secret}-line`, at: world.now() },
    }),
  ];
  expect([noted.ok, ...answers.map(({ ok }) => ok)]).toEqual([true, true, true]);
  const thanks = {
    studentId: maya.id,
    mentorId: ravi.id,
    mentorshipId,
    milestone: "first-meeting",
    writtenAt: 1,
  };
  await transact(
    table,
    [addThankYou(table, { ...thanks, id: "thanks", text: `${secret}-thanks` })],
    "thanks",
  );

  const shown = await world.browse(ravi.email, "/mentor/thanks");
  expect(shown.text).toContain(`${secret}-thanks`);
  for (const path of [
    "",
    "/people",
    "/pairs",
    "/pairs/without",
    "/months?month=2026-12",
    "/mail",
    "/how-it-works",
  ]) {
    const page = await world.browse(administrator, `/administrator${path}`);
    expect([path, page.status, page.html.includes(secret)]).toEqual([path, 200, false]);
  }
  await world.close();
});
