/** Several processes that play stories side by side, on both cores of a small machine. */
import { type ChildProcess, fork } from "node:child_process";
import type { Alteration } from "./altered-source.ts";
import type { Finding } from "./checks/all.ts";
import type { EightOClock } from "./eight-o-clock.ts";
import type { Stream } from "./fault.ts";
import type { Job, JobDone } from "./job.ts";

/** What is known of the calm month. */
export type Ready = {
  counts: Readonly<Record<Stream, number>>;
  /** What each call is for, by its index. */
  places: readonly (readonly [number, string])[];
  cameAt: Readonly<Record<Stream, readonly number[]>>;
  busyAt: readonly number[];
  findings: Finding[];
};

export type Pool = {
  ready: Ready;
  /** Plays the jobs in any order; `onDone` answers "enough" to leave the others out. */
  run: (jobs: Iterable<Job>, onDone: (done: JobDone) => "enough" | undefined) => Promise<void>;
  /** Tells of that many reminders at eight. */
  eightOClock: (reminders: number) => Promise<EightOClock>;
  close: () => void;
};

type Told = { ready: Ready } | { id: number; done: unknown } | { id: number; error: string };

/** Starts the processes. Rejects when one of them cannot load the product as altered. */
export async function openPool(size: number, alterations: readonly Alteration[] = []): Promise<Pool> {
  const children = Array.from({ length: size }, () =>
    fork(`${import.meta.dirname}/worker.ts`, [JSON.stringify(alterations)], {
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    }),
  );
  const close = (): void => {
    for (const child of children) if (child.connected) child.disconnect();
  };
  try {
    const [ready] = await Promise.all(children.map(untilReady));
    return {
      ready: ready!,
      run: (jobs, onDone) => runAll(children, jobs, onDone),
      eightOClock: (reminders) => ask<EightOClock>(children[0]!, 0, { reminders }),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function untilReady(child: ChildProcess): Promise<Ready> {
  let said = "";
  child.stderr?.on("data", (part: Buffer) => {
    said = (said + part.toString()).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once("message", (told: Told) => {
      if ("ready" in told) resolve(told.ready);
    });
    child.once("exit", () => reject(new Error(`a story could not be told: ${said}`)));
  });
}

async function runAll(
  children: readonly ChildProcess[],
  jobs: Iterable<Job>,
  onDone: (done: JobDone) => "enough" | undefined,
): Promise<void> {
  const waiting = jobs[Symbol.iterator]();
  let enough = false;
  let count = 0;
  const playOn = async (child: ChildProcess): Promise<void> => {
    for (;;) {
      const next = enough ? undefined : waiting.next();
      if (!next || next.done) return;
      if (onDone(await ask<JobDone>(child, count++, { job: next.value })) === "enough") enough = true;
    }
  };
  await Promise.all(children.map(playOn));
}

function ask<Answer>(child: ChildProcess, id: number, asked: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error(`a process ended in the middle of ${JSON.stringify(asked)}`));
    child.once("exit", gone);
    child.once("message", (told: Told) => {
      child.off("exit", gone);
      if ("done" in told) resolve(told.done as Answer);
      else reject(new Error("error" in told ? `${told.error}\nin ${JSON.stringify(asked)}` : "not ready"));
    });
    child.send({ id, ...asked });
  });
}
