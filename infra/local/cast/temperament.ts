/** How a person of a rehearsal tends to answer: everybody a little different, and always the same for one seed. */
import { hour, minute } from "../../../shared/domain/time.ts";
import { type SeededRandom, seededRandom } from "../seeded-random.ts";

export type Temperament = {
  /** Draws a yes with this chance; every question has a draw of its own. */
  chance: (question: string, probability: number) => boolean;
  /** One of several, evenly. */
  pick: <Choice>(question: string, choices: readonly Choice[]) => Choice;
  /** How long a mail lies unread, in milliseconds. */
  readsAfter: (mail: string) => number;
  /** 0 never answers, 1 always does. */
  diligence: number;
};

/** The temperament of whoever reads mail at this address. */
export function temperamentOf(seed: string, address: string): Temperament {
  const draw = (question: string): SeededRandom => seededRandom(`${seed} ${address} ${question}`);
  const diligence = 0.55 + 0.45 * draw("diligence").fraction();
  const unhurried = draw("pace").fraction();
  return {
    diligence,
    chance: (question, probability) => draw(question).fraction() < probability,
    pick: (question, choices) => choices[draw(question).below(choices.length)]!,
    // Most mail is read within hours; some people leave it for a day or two.
    readsAfter: (mail) =>
      Math.round((5 * minute + 20 * hour * (0.2 + unhurried) * draw(mail).fraction() ** 3) / minute) * minute,
  };
}
