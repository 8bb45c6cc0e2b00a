/** Two answers that differ are shown to both while they can be changed; a finger on the wrong button is not the last word. */
import { expect, it } from "vitest";
import { hour } from "../../../shared/domain/time.ts";
import { meetsAt, openPairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

it("says until when, and takes the correction", async () => {
  const world = await openPairWorld();
  await world.advanceTo(meetsAt + 2 * hour);
  const [student, mentor] = [await world.give("answer", "student"), await world.give("answer", "mentor")];
  await open(world, student, { form: { attendance: "missed-without-notice" } });
  expect((await open(world, student)).text).toContain(
    "It is noted. Until Ravi Menon has answered as well, you can still change your answer.",
  );
  await open(world, mentor, { form: { attendance: "met", worth: "4" } });
  const says =
    "Until Thursday, December 17, 2026, each of you can still change the answer; if they go on to differ, it is kept as not known.";
  expect((await open(world, student)).text).toContain(`It is noted. Ravi Menon says otherwise. ${says}`);
  expect((await open(world, mentor)).text).toContain(`It is noted. Maya Chen says otherwise. ${says}`);
  expect((await world.meeting()).state).toBe("asked");
  await open(world, student, { form: { attendance: "met", worth: "3" } });
  expect((await world.meeting()).state).toBe("held");
  expect(world.faults).toEqual([]);
  await world.close();
});
