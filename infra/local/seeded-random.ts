/** Randomness that comes out the same for the same seed: sfc32 by Chris Doty-Humphrey, seeded by cyrb128. */

export type RandomState = readonly [number, number, number, number];

export type SeededRandom = {
  /** The next 32 bits, 0 to 4294967295. */
  next: () => number;
  /** A number from 0 up to but not including 1. */
  fraction: () => number;
  /** A whole number from 0 up to but not including `bound`. */
  below: (bound: number) => number;
  bytes: (count: number) => Uint8Array;
  /** Where it stands, for `resumeRandom`. */
  state: () => RandomState;
};

/** A generator that starts from any text. */
export function seededRandom(seed: string): SeededRandom {
  const random = resumeRandom(spread(seed));
  for (let warmUp = 0; warmUp < 16; warmUp++) random.next();
  return random;
}

/** A generator that goes on from where another stood. */
export function resumeRandom(from: RandomState): SeededRandom {
  let [a, b, c, d] = from;
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const fraction = (): number => next() / 4294967296;
  return {
    next,
    fraction,
    below: (bound) => Math.floor(fraction() * bound),
    bytes: (count) => Uint8Array.from({ length: count }, () => next() >>> 24),
    state: () => [a, b, c, d],
  };
}

function spread(seed: string): RandomState {
  let [one, two, three, four] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < seed.length; index++) {
    const unit = seed.charCodeAt(index);
    one = two ^ Math.imul(one ^ unit, 597399067);
    two = three ^ Math.imul(two ^ unit, 2869860233);
    three = four ^ Math.imul(three ^ unit, 951274213);
    four = one ^ Math.imul(four ^ unit, 2716044179);
  }
  one = Math.imul(three ^ (one >>> 18), 597399067);
  two = Math.imul(four ^ (two >>> 22), 2869860233);
  three = Math.imul(one ^ (three >>> 17), 951274213);
  four = Math.imul(two ^ (four >>> 19), 2716044179);
  one ^= two ^ three ^ four;
  return [one | 0, (two ^ one) | 0, (three ^ one) | 0, (four ^ one) | 0];
}
