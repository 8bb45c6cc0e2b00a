/** The two ways of giving out the mentors' places, between which an administrator chooses. */
import { chooseInRounds } from "./choose-in-rounds.ts";
import { leaveNobodyOut } from "./nobody-left-out.ts";
import type { WishLists } from "./wish-lists.ts";

export const matchingModes = ["stable", "nobody-left-out"] as const;
export type MatchingMode = (typeof matchingModes)[number];

/** Answers with the choices that are made. */
export const chooseBy: Readonly<Record<MatchingMode, (lists: WishLists) => number[]>> = {
  stable: chooseInRounds,
  "nobody-left-out": leaveNobodyOut,
};
