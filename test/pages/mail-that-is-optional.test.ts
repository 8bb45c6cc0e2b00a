/** The profile says of optional mail what is so for its reader: only students are prompted to say thank you, and some not any more. */
import { parse } from "node-html-parser";
import { afterEach, expect, it } from "vitest";
import { neverPromptAgain } from "../../shared/runtime/act-on-person.ts";
import { maya, type OwnWorld, openOwnWorld, ravi } from "./own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const nudges = "You also get nudges when an answer is missing";
const off = "You have switched off nudges";
const never = "You are not prompted to say thank you any more, as you asked.";
const stop = "Stop mail that is not about a meeting";

it.each([
  ["a student", maya, true, `${nudges}, and prompts to say thank you.`, stop],
  ["a student", maya, false, `${off} and prompts to say thank you.`, "Send me nudges and prompts again"],
  ["a student after “Never again”", { ...maya, never: true }, true, `${nudges}. ${never}`, stop],
  [
    "a student after “Never again”",
    { ...maya, never: true },
    false,
    `${off}. ${never}`,
    "Send me nudges again",
  ],
  ["a mentor", ravi, true, `${nudges}.`, stop],
  ["a mentor", ravi, false, `${off}.`, "Send me nudges again"],
])("%s %#", async (_whose, whose, wantsOptionalMail, says, button) => {
  world = await openOwnWorld({ [whose.id]: { wantsOptionalMail } });
  if ("never" in whose) await neverPromptAgain(world.runtime, whose.id);
  const path = whose.student ? "/student/profile" : "/mentor/profile";
  const page = parse((await world.browse(whose.email, path)).html);
  const form = page.querySelector(`form[action="${path}/mail"]`);
  expect([form?.previousElementSibling?.textContent, form?.textContent]).toEqual([
    `Mail about your meetings always comes. ${says}`,
    button,
  ]);
});
