/** A message that no version of today can read keeps no other from being sent, and the sweep says that something is wrong. */
import { expect, it } from "vitest";
import { sweep } from "../../../functions/sweep/index.ts";
import { minute } from "../../../shared/domain/time.ts";
import { addMessage } from "../../../shared/records/messages.ts";
import { loadPersonByEmail } from "../../../shared/records/people.ts";
import { put, transact } from "../../../shared/records/table.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";
import { letterToPerson } from "../../../shared/runtime/write-letter.ts";
import { onePair, openStory } from "../../journeys/a-school.ts";

it("the others go out", async () => {
  const story = await openStory(onePair);
  const { runtime } = story;
  const table = tableOf(runtime);
  const wei = (await loadPersonByEmail(table, "wei@riverside.example.edu"))!;
  const message = letterToPerson(runtime, { letter: "welcome", occasion: "again", data: {} }, wei, "student");
  const unread = {
    ...message,
    pk: "message#of-another-version",
    sk: "message",
    id: "of-another-version",
    letter: "season-greetings",
    dueList: "open",
    dueAt: runtime.now() - minute,
  };
  await transact(
    table,
    [addMessage(table, message), put(table, unread, undefined, "there-already")],
    newAttemptToken(runtime),
  );
  story.post();
  await expect(sweep(runtime)()).rejects.toThrow("1 of 2 due records could not be done");
  expect(story.post()).toEqual(["2026-11-13 09:00 welcome → wei"]);
  await story.close();
});
