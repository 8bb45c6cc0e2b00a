/** `npm run school -- check [id]`: says of every wrong setting in which file, on which line and against which rule it is. AWS is not asked. */
import { parseArgs } from "node:util";
import { checkSchools } from "./check-schools.ts";

const usage = "Use: npm run school -- check [ID] [--schools FOLDER]";

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

const asked = read();
const { right, wrong } = asked ? checkSchools(asked.folder, asked.id) : { right: [], wrong: [usage] };
for (const sentence of right) console.log(sentence);
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length > 0 ? 2 : 0;
