/** `npm run match`: pairs the people of a file, an instance or a roster, and tells how good the pairs are. */
import { type MatchingMode, matchingModes } from "../../shared/domain/matching/modes.ts";
import { Mendable, readFileAndOptions, runCommand } from "./command-line.ts";
import { figuresInWords, matchFigures } from "./matching-files/figures.ts";
import { readMatchFile } from "./matching-files/match-file.ts";

const usage = "npm run match -- FILE [--mode stable|nobody-left-out] [--json] [--school ID]";
const options = {
  mode: { type: "string" },
  json: { type: "boolean" },
  school: { type: "string" },
} as const;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

await runCommand(async () => {
  const { file, given } = readFileAndOptions(options, usage);
  const mode = modeOf(given.mode);
  const figures = matchFigures(await readMatchFile(file, given.school, say), mode);
  process.stdout.write(given.json ? `${JSON.stringify(figures)}\n` : figuresInWords(figures));
});

function modeOf(given = "stable"): MatchingMode {
  const mode = matchingModes.find((mode) => mode === given);
  if (!mode) throw new Mendable(`--mode takes ${matchingModes.join(" or ")}, not "${given}".`);
  return mode;
}
