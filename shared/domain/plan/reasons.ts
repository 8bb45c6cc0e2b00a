/** Why a pair that has possible times got none of them. */
import type { UnplacedReason } from "../meetings.ts";
import type { Board } from "./board.ts";

/**
 * `mentor-time-exhausted` when the mentor is in other meetings at every time that the pair could have met;
 * `clash-with-other-mentor` when the mentor has time left, but only when the student is in another meeting.
 */
export function whyLeftOut(board: Board, chosen: Int32Array, pair: number): UnplacedReason {
  for (let choice = board.first[pair]!; choice < board.first[pair + 1]!; choice++)
    if (!isBusy(board, chosen, board.mentor[pair]!, pair, choice)) return "clash-with-other-mentor";
  return "mentor-time-exhausted";
}

function isBusy(board: Board, chosen: Int32Array, person: number, pair: number, choice: number): boolean {
  const { firstOf, pairsOf, at, span } = board;
  const from = at[choice]!;
  for (let index = firstOf[person]!; index < firstOf[person + 1]!; index++) {
    const other = pairsOf[index]!;
    const taken = chosen[other]!;
    if (other !== pair && taken >= 0 && at[taken]! < from + span[pair]! && from < at[taken]! + span[other]!)
      return true;
  }
  return false;
}
