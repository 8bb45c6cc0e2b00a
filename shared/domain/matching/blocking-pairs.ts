/** Checks a proposal, whoever made it: which student and mentor would both rather have each other than what they got? */
import type { WishLists } from "./wish-lists.ts";

export type Blocking = {
  /** Both would rather: the student than one of his or her mentors or than an open wish, the mentor than one student or than a free place. */
  pairs: number;
  /** Those among them in which the student would rather than the first mentor, or has none at all. */
  againstFirstMentor: number;
};

/**
 * Counts them in the choices made. A pair that stood before is nobody's to give away: it takes a place and a wish, and a
 * student with one has a first mentor already.
 */
export function blockingPairs(lists: WishLists, chosen: readonly number[]): Blocking {
  const { first, mentor, student, rank, wanted, has, places } = lists;
  const made = new Uint8Array(mentor.length);
  const given = new Int32Array(wanted.length);
  const taken = new Int32Array(places.length);
  const leastLiked = new Int32Array(places.length).fill(-1);
  for (const choice of chosen) {
    const other = mentor[choice]!;
    made[choice] = 1;
    given[student[choice]!]!++;
    taken[other]!++;
    leastLiked[other] = Math.max(leastLiked[other]!, rank[choice]!);
  }
  const blocking = { pairs: 0, againstFirstMentor: 0 };
  for (let one = 0; one < wanted.length; one++) {
    const open = wanted[one]! - has[one]! - given[one]!;
    let still = given[one]!;
    for (let choice = first[one]!; choice < first[one + 1]!; choice++) {
      if (made[choice] === 1) still--;
      else {
        // Down the list the student would rather than the mentors that are still to come.
        if (open <= 0 && still === 0) break;
        const other = mentor[choice]!;
        if (taken[other]! >= places[other]! && rank[choice]! > leastLiked[other]!) continue;
        blocking.pairs++;
        if (has[one] === 0 && still === given[one]) blocking.againstFirstMentor++;
      }
    }
  }
  return blocking;
}
