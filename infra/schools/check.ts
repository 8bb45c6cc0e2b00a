/** `npm run school -- check [id]`: says of every wrong setting in which file, on which line and against which rule it is. AWS is not asked. */
import { parseArgs } from "node:util";
import { type Checked, checkSchools } from "./check-schools.ts";

const usage = "npm run school -- check [ID] [--schools FOLDER]";

function read(): { id: string | undefined; folder: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { schools: { type: "string", default: "infra/schools" } },
      allowPositionals: true,
    });
    const [command, id, tooMuch] = positionals;
    return command === "check" && tooMuch === undefined ? { id, folder: values.schools } : undefined;
  } catch {
    return undefined;
  }
}

function answer(): Checked {
  if (process.argv.includes("--help")) return { right: [usage], wrong: [] };
  const asked = read();
  return asked ? checkSchools(asked.folder, asked.id) : { right: [], wrong: [`Use: ${usage}`] };
}

const { right, wrong } = answer();
for (const sentence of right) console.log(sentence);
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length > 0 ? 2 : 0;
