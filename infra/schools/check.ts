/** `npm run school -- check [id]`: says of every wrong setting in which file, on which line and against which rule it is. AWS is not asked. */
import { Mendable, readWords, runCommand } from "../local/command-line.ts";
import { checkSchools } from "./check-schools.ts";

const usage = "npm run school -- check [ID] [--schools FOLDER]";
const options = { schools: { type: "string" } } as const;

await runCommand(async () => {
  const { values, positionals } = readWords({ options, usage, allowPositionals: true });
  const [command, id, tooMuch] = positionals;
  if (command !== "check" || tooMuch !== undefined) throw new Mendable(`Use: ${usage}`);
  const { right, wrong } = checkSchools(values.schools ?? "infra/schools", id);
  for (const sentence of right) process.stdout.write(`${sentence}\n`);
  if (wrong.length > 0) throw new Mendable(wrong.join("\n"));
});
