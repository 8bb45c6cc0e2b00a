/** One lottery decides every tie: anybody who knows its seed can draw it again. */
import type { School } from "../school.ts";

/** The school's lottery of a year. Nobody can choose it, and the administrator's page shows it. */
export const lotteryOf = ({ id, schoolYear }: Pick<School, "id" | "schoolYear">): string =>
  `${id} ${schoolYear.from.slice(0, 4)}`;

/** Each id's place in the drawing, from 0. The same seed and ids give the same places, in whatever order they come. */
export function drawLots(seed: string, ids: readonly string[]): number[] {
  const drawn = ids
    .map((id, index) => ({ id, index, lot: lotOf(`${seed}\n${id}`) }))
    .sort((one, other) => one.lot - other.lot || (one.id < other.id ? -1 : 1));
  const places = new Array<number>(ids.length).fill(0);
  for (const [place, { index }] of drawn.entries()) places[index] = place;
  return places;
}

/** FNV-1a over UTF-16 units, then mixed as MurmurHash3 does, so that ids in a row do not stand in a row. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
