/** The clock of the local world, moved by the viewer. */

import { addDays, civilAt, wallToInstant } from "../../../shared/domain/calendar.ts";
import { day, hour, type Instant } from "../../../shared/domain/time.ts";
import type { World } from "../world.ts";

export const clockSteps = ["next event", "+1 hour", "+1 day", "+1 week"] as const;
export type ClockStep = (typeof clockSteps)[number];

export const isClockStep = (text: string): text is ClockStep =>
  (clockSteps as readonly string[]).includes(text);

/** Moves the clock; everything that is due on the way happens. A day and a week keep the wall time of the school. */
export async function moveClock(world: World, step: ClockStep): Promise<void> {
  await world.advanceTo((await targetOf(world, step)) ?? world.now());
}

async function targetOf(world: World, step: ClockStep): Promise<Instant | undefined> {
  const now = world.now();
  switch (step) {
    case "next event":
      return nextEvent(world);
    case "+1 hour":
      return now + hour;
    case "+1 day":
      return daysLater(world, 1);
    case "+1 week":
      return daysLater(world, 7);
  }
}

/** The next moment at which a mail goes out or something is due; quiet days on the way are passed over. */
async function nextEvent(world: World): Promise<Instant | undefined> {
  const mails = world.mailbox.length;
  const horizon = world.now() + 60 * day;
  for (;;) {
    const at = await world.nextEventAt();
    if (at === undefined || at > horizon) return at === undefined ? undefined : world.now();
    await world.advanceTo(at);
    if (world.mailbox.length > mails) return world.now();
  }
}

const daysLater = (world: World, days: number): Instant => {
  const { date, time } = civilAt(world.now(), world.school.timeZone);
  return wallToInstant(addDays(date, days), time, world.school.timeZone);
};
