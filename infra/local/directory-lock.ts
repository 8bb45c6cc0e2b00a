/** One world, one process: a second one on the same directory would write over the first. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The directory belongs to another running process. */
export class DirectoryInUse extends Error {
  readonly directory: string;
  constructor(directory: string, owner: number) {
    super(
      `${directory} is in use by the process ${owner}: stop that one first, or choose another directory.`,
    );
    this.name = "DirectoryInUse";
    this.directory = directory;
  }
}

const heldHere = new Set<string>();

/** Takes the directory, also from a process that has died. Throws DirectoryInUse. Returns the release. */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, "lock");
  if (heldHere.has(file)) throw new DirectoryInUse(directory, process.pid);
  if (!writeNew(file)) {
    const owner = Number(readFileSync(file, "utf8"));
    if (owner !== process.pid && isRunning(owner)) throw new DirectoryInUse(directory, owner);
    rmSync(file);
    if (!writeNew(file)) throw new DirectoryInUse(directory, Number(readFileSync(file, "utf8")));
  }
  heldHere.add(file);
  return () => {
    heldHere.delete(file);
    rmSync(file, { force: true });
  };
}

function writeNew(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
