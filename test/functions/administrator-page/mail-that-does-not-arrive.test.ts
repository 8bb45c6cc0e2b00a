/** Mail that does not reach somebody is told to the administrator and to the other of the pair, and an administrator can put it right. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Message, MessageState } from "../../../shared/domain/messages.ts";
import { rowsOfAPart } from "../../../shared/pages/data-table.ts";
import { putBrakeOn } from "../../../shared/records/mail-brake.ts";
import { addDuplicate } from "../../../shared/records/mail-duplicates.ts";
import { addMessage, loadMessage, messageIdOf, saveMessage } from "../../../shared/records/messages.ts";
import { addInvitation } from "../../../shared/records/people.ts";
import { saveRestore } from "../../../shared/records/restore.ts";
import { loadSuppressions, suppress } from "../../../shared/records/suppressions.ts";
import { transact, type Write } from "../../../shared/records/table.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";
import {
  administrator,
  maya,
  mentorshipId,
  type OwnWorld,
  openOwnWorld,
  ravi,
  startAt,
} from "../../pages/own-world.ts";

let world: OwnWorld;
const write = (...writes: Write[]) =>
  transact(tableOf(world.runtime), writes, newAttemptToken(world.runtime));
const unreachable = "/administrator/people?show=unreachable";
const reach = async (email: string) => {
  const { status, headers } = await world.browse(administrator, "/administrator/people/reach", { email });
  return [status, headers.get("location")];
};
beforeEach(async () => {
  world = await openOwnWorld({
    mentorship: {
      milestones: [
        { key: "first-meeting", kind: "first-meeting", reachedAt: 1, promptedAt: 1, answer: "thanked" },
      ],
    },
  });
});
afterEach(() => world.close());

it("names whom mail does not reach, until an administrator says that it works again", async () => {
  await write(suppress(tableOf(world.runtime), ravi.email, { why: "bounced", since: startAt }));
  const overview = await world.browse(administrator, "/administrator");
  expect(overview.text).toContain("1 person whom mail does not reach");
  const student = await world.browse(maya.email, "/student");
  expect(student.text).toContain("The program's mail does not reach Ravi Menon at the moment.");
  expect((await world.browse(ravi.email, "/mentor")).text).not.toContain("does not reach");

  const unreached = await world.browse(administrator, unreachable);
  expect(unreached.text).toContain("Mail works again for Ravi Menon");
  expect(unreached.text).not.toContain("Maya Chen");
  expect(await reach(ravi.email)).toEqual([303, `${unreachable}&done=reachable`]);
  expect((await loadSuppressions(tableOf(world.runtime), [ravi.email])).size).toBe(0);
  expect((await world.browse(administrator, "/administrator")).text).not.toContain("does not reach");
  expect((await world.browse(maya.email, "/student")).text).not.toContain("does not reach");
});

it("names an invited person too, who is invited anew once the address works, and only then", async () => {
  const table = tableOf(world.runtime);
  const email = "kim@riverside.example.edu";
  await write(
    addInvitation(table, { name: "Kim Soto", email, role: "mentor", invitedAt: startAt }),
    suppress(table, "Kim@riverside.example.edu", { why: "bounced", since: startAt }),
  );
  const overview = await world.browse(administrator, "/administrator");
  expect(overview.text).toContain("1 person whom mail does not reach");
  const page = await world.browse(administrator, unreachable);
  expect(page.text).toMatch(
    /Not reached by mail: 1 Name ?Address ?Takes part as ?Mail Kim Soto\S* ?kim@riverside\.example\.edu ?invited as a mentor ?Mail works again for Kim Soto$/,
  );
  const mails = () => world.mailbox.map(({ to, subject }) => [to, subject]);
  const before = mails();
  expect(await reach(email)).toEqual([303, `${unreachable}&done=invited-anew`]);
  const invited = [email, `You are invited to the mentorship program of ${world.school.name}`];
  expect(mails()).toEqual([...before, invited]);
  expect((await world.browse(administrator, `${unreachable}&done=invited-anew`)).text).toMatch(
    /^Mail goes to this address again, and a new invitation is on its way\. People .*Nobody\.$/,
  );
  expect(await reach(email)).toEqual([303, `${unreachable}&done=reachable`]);
  expect(mails()).toEqual([...before, invited]);
});

it("invites once, however often it is pressed at one moment", async () => {
  const email = "kim@riverside.example.edu";
  await write(
    addInvitation(tableOf(world.runtime), { name: "Kim Soto", email, role: "mentor", invitedAt: startAt }),
    suppress(tableOf(world.runtime), email, { why: "bounced", since: startAt }),
  );
  await Promise.all([reach(email), reach(email), reach(email)]);
  expect(world.mailbox.filter(({ to }) => to === email)).toHaveLength(1);
});

it("welcomes a person anew whose welcome has not arrived, each time that it came back, and never after one has", async () => {
  const table = tableOf(world.runtime);
  const { email } = ravi;
  const welcomes = () => world.mailbox.filter(({ tags }) => tags.letter === "welcome").length;
  const comesBack = async (occasion: string, state: MessageState) => {
    const about = { letter: "welcome" as const, about: "", arrangement: 0, recipient: ravi.id, occasion };
    const id = messageIdOf({ schoolId: world.school.id, ...about });
    const before = await loadMessage(table, id);
    const after = { ...(before ?? message(id, "welcome", state)), state };
    await write(
      before ? saveMessage(table, after, before) : addMessage(table, after),
      suppress(table, email, { why: "bounced", since: startAt }),
    );
  };
  await comesBack("joined", "bounced");
  await Promise.all([reach(email), reach(email)]);
  expect(welcomes()).toBe(1);
  expect(world.mailbox.at(-1)?.to).toBe(email);
  expect(await reach(email)).toEqual([303, `${unreachable}&done=reachable`]);
  await comesBack("joined-2", "bounced");
  expect(await reach(email)).toEqual([303, `${unreachable}&done=welcomed-anew`]);
  expect((await world.browse(administrator, `${unreachable}&done=welcomed-anew`)).text).toMatch(
    /^Mail goes to this address again, and the welcome, which had not arrived, is on its way once more\. People .*Nobody\.$/,
  );
  expect(welcomes()).toBe(2);
  await write(suppress(table, email, { why: "complained", since: startAt }));
  expect(await reach(email)).toEqual([303, `${unreachable}&done=reachable`]);
  expect(welcomes()).toBe(2);
  await comesBack("joined-as-mentor", "suppressed");
  expect(await reach(email)).toEqual([303, `${unreachable}&done=welcomed-anew`]);
  expect(welcomes()).toBe(3);
});

it("changes nothing for an address that belongs to nobody here", async () => {
  const table = tableOf(world.runtime);
  const email = "stranger@riverside.example.edu";
  await write(suppress(table, email, { why: "complained", since: startAt }));
  expect((await world.browse(administrator, "/administrator")).text).not.toContain("does not reach");
  expect(await reach(email)).toEqual([404, null]);
  expect((await loadSuppressions(table, [email])).size).toBe(1);
});

it("says nothing of it to a student who is no longer paired with that mentor", async () => {
  await write(suppress(tableOf(world.runtime), ravi.email, { why: "bounced", since: startAt }));
  await world.browse(maya.email, `/student/mentorships/${mentorshipId}/not-for-me`, {});
  expect((await world.browse(maya.email, "/student")).text).not.toContain("does not reach");
});

it("says what holds mail back, and what went out twice", async () => {
  const table = tableOf(world.runtime);
  await write(
    putBrakeOn(table, { since: startAt, reason: "bounces", settled: 200, bounced: 8, complained: 0 }),
    saveRestore(table, { restoredTo: startAt, restoredAt: startAt }),
    addDuplicate(table, { id: "m", letter: "reminder" }, "ses-2", startAt),
  );
  const { text } = await world.browse(administrator, "/administrator");
  expect(text).toContain("Mail is held since the table was restored on");
  expect(text).toContain("too many mails came back (8 of 200 in seven days)");
  expect(text).toContain("1 mail of which a second copy went out");
});

const message = (id: string, letter: Message["letter"], state: MessageState): Message => ({
  id,
  letter,
  to: { personId: ravi.id },
  role: "mentor",
  mentorshipId,
  data: {},
  state,
  plannedAt: startAt,
  sendAt: startAt,
  notAfter: startAt + 1e9,
  attempt: 1,
});

it("tells the student that a thank-you may not have arrived, and only then", async () => {
  const id = messageIdOf({
    schoolId: world.school.id,
    letter: "thank-you",
    about: mentorshipId,
    arrangement: 0,
    recipient: ravi.id,
    occasion: "first-meeting",
  });
  const said = "Your thank-you to Ravi Menon may not have arrived as a mail.";
  expect((await world.browse(maya.email, "/student")).text).not.toContain(said);
  await write(addMessage(tableOf(world.runtime), message(id, "thank-you", "unknown")));
  expect((await world.browse(maya.email, "/student")).text).toContain(said);
});

it("adds the month up in the mail log", async () => {
  const table = tableOf(world.runtime);
  await write(
    addMessage(table, message("a", "reminder", "delivered")),
    addMessage(table, message("b", "reminder", "unknown")),
    addMessage(table, message("c", "reminder", "planned")),
  );
  const { text } = await world.browse(administrator, "/administrator/mail");
  expect(text).toContain("+ 1 unknown whether sent + ");
  expect(text).toContain("on the way. That is all of them.");
});

it("shows the month's mail in one state alone, under the sum of all", async () => {
  const table = tableOf(world.runtime);
  await write(
    addMessage(table, message("a", "reminder", "delivered")),
    addMessage(table, message("b", "thank-you", "bounced")),
    addMessage(table, message("c", "fresh-link", "unknown")),
  );
  const shown = async (query: string) => {
    const page = await world.browse(administrator, `/administrator/mail?month=2026-11&${query}`);
    const of = parse(page.html);
    return {
      chosen: of.querySelector("#field-state option[selected]")?.textContent,
      sum: /Of \d+ planned/.exec(page.text)?.[0],
      letters: of.querySelectorAll("tbody td:nth-child(2)").map(({ textContent }) => textContent),
    };
  };
  const all = await shown("state=");
  expect(all.chosen).toBe("every state");
  expect(all.letters).toEqual(["reminder", "thank you", "fresh link", "invite", "invite"]);
  const { sum } = all;
  expect(await shown("state=bounced")).toEqual({ chosen: "bounced", sum, letters: ["thank you"] });
  expect(await shown("state=unknown")).toEqual({
    chosen: "unknown whether sent",
    sum,
    letters: ["fresh link"],
  });
  expect(await shown("state=complained")).toEqual({ chosen: "marked as spam", sum, letters: [] });
  expect(await shown("state=lost")).toEqual(all);
});

it("leads from part to part of one state", async () => {
  const table = tableOf(world.runtime);
  for (let index = 0; index <= rowsOfAPart; index++)
    await write(addMessage(table, message(`b${index}`, "reminder", "bounced")));
  const { html } = await world.browse(administrator, "/administrator/mail?month=2026-11&state=bounced");
  const links = parse(html).querySelectorAll("nav[aria-label='Parts of the list'] a");
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    "/administrator/mail?month=2026-11&state=bounced&part=2",
  ]);
});
