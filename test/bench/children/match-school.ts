/** One matching of a made-up school in a process of its own: what it found, and what the choosing took. */
import { matchFigures } from "../../../infra/local/matching-files/figures.ts";
import { readInstance } from "../../../infra/local/matching-files/instance.ts";
import { chooseBy, type MatchingMode } from "../../../shared/domain/matching/modes.ts";
import { makeUpWishes } from "../made-up-wishes.ts";
import { cpuMilliseconds } from "../measure.ts";

const students = Number(process.argv[2]);
const mode = process.argv[3] as MatchingMode;
const read = readInstance(Buffer.from(JSON.stringify(makeUpWishes(students, "bench"))));
if (!read.ok) throw new Error(read.refusal);

const before = cpuMilliseconds();
chooseBy[mode](read.value.lists);
const chooseMs = cpuMilliseconds() - before;
const { pairs, withoutMentor, blockingAgainstFirstMentor } = matchFigures(read.value, mode);
console.log(JSON.stringify({ chooseMs, pairs: pairs.length, withoutMentor, blockingAgainstFirstMentor }));
