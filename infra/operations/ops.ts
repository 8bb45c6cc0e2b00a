/** `npm run ops`: an administrator's commands for one school, on this machine or on AWS. */
import { createInterface } from "node:readline";
import { runOperation } from "./run-operation.ts";

/** One line of standard input; undefined once that has ended. */
function ask(question: string): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const nobodyAnswers = (): void => {
    process.stderr.write("\n");
    resolve(undefined);
  };
  lines.once("close", nobodyAnswers);
  lines.question(question, (line) => {
    lines.off("close", nobodyAnswers);
    lines.close();
    resolve(line);
  });
  return promise;
}

process.exitCode = await runOperation(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  ask,
});
