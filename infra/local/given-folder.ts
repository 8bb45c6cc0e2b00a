/** A folder that somebody names on the command line for what will be left in it. */
import { accessSync, constants, mkdirSync } from "node:fs";
import { Mendable } from "./command-line.ts";

/** Makes the folder where it is missing. Throws Mendable when it cannot be written; `option` is the one that named it. */
export function readyFolder(folder: string, option: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Mendable(
      code === "EEXIST" || code === "ENOTDIR"
        ? `${folder} is no folder. Name one with --${option}.`
        : `The folder ${folder} cannot be written (${code ?? "unknown reason"}). Name another with --${option}.`,
    );
  }
}
