/** Opens the school's month on its day, plans and books a meeting for every pair, and day by day finds room for those without one, follows mentors who meet elsewhere, and keeps to the school's file of today. */
import { onLambda } from "../../shared/runtime/from-environment.ts";
import { lookAgain } from "../../shared/runtime/look-again.ts";
import { makeRoomInOpenMonths } from "../../shared/runtime/make-room.ts";
import { meetWhereMentorsAre } from "../../shared/runtime/meet-elsewhere.ts";
import { openDueRounds } from "../../shared/runtime/rounds.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export const openMonth = (runtime: Runtime) => async (): Promise<void> => {
  await openDueRounds(runtime);
  await makeRoomInOpenMonths(runtime);
  await meetWhereMentorsAre(runtime);
  await lookAgain(runtime);
};

export const handler = onLambda(openMonth);
