/** Opens the school's month on its day: plans and books a meeting for every pair. */
import { onLambda } from "../../shared/runtime/from-environment.ts";
import { openDueRounds } from "../../shared/runtime/rounds.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export const openMonth = (runtime: Runtime) => (): Promise<void> => openDueRounds(runtime);

export const handler = onLambda(openMonth);
