/** The page that stops optional mail says what of it its reader gets, and how to have it again. */
import { expect, it } from "vitest";
import { openPairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

const stays = "Invitations, reminders and changes of your meetings still reach you.";

it.each([
  ["student", {}, "You will no longer be reminded to tell us whether you met, nor to say thank you."],
  [
    "student",
    { maya: { gratitude: { never: true as const } } },
    "You will no longer be reminded to tell us whether you met.",
  ],
  ["mentor", {}, "You will no longer be reminded to tell us whether you met."],
] as const)("a %s %#", async (role, change, says) => {
  const world = await openPairWorld(change);
  const path = await world.give("unsubscribe", role);
  expect((await open(world, path)).text).toContain(`meeting? ${says} ${stays}`);
  const { text } = await open(world, path, { form: {} });
  expect(text).toContain(
    `${stays} Should you want it again, open your own page: your profile has a button for it.`,
  );
  await world.close();
});
