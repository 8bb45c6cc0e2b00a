/** One school on one machine: its table, its mailbox, its schedules, its functions, and a clock that moves only when told to. */

import type { School } from "../../shared/domain/school.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import type { Callers, Fault } from "./callers.ts";
import { createTable } from "./dynamodb/create-table.ts";
import type { TableCounts } from "./dynamodb/engine.ts";
import { throughFrontDoor } from "./front-door.ts";
import type { FunctionFactories } from "./function-factories.ts";
import type { LoggedLine } from "./log.ts";
import { earliest } from "./next-event.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { Outside } from "./outside.ts";
import type { PartNames } from "./place.ts";
import type { QueuedMessage } from "./queue.ts";
import type { Mail } from "./ses/mailbox.ts";
import { openStandIns, type StandIns } from "./stand-ins.ts";
import type { Interception } from "./wire.ts";
import { openWorldFiles, type WorldFiles } from "./world-files.ts";
import type { WorldMemory } from "./world-memory.ts";

export type WorldOptions = {
  school: School;
  /** Root of the school's pages, without a slash at the end. */
  siteUrl: string;
  functions: FunctionFactories;
  /** Where the clock stands in a new world; a world that is found again goes on from where it was. */
  startAt: Instant;
  /** The same seed gives the same links and ids; without one they cannot be foreseen. */
  seed?: string | undefined;
  /** What the parts of the school are called, where it matters; otherwise they have names of this machine. */
  names?: PartNames | undefined;
  /** Keeps the world; without it everything is gone at the end. */
  directory?: string | undefined;
  /** Keeps the world in memory, to be taken up again from there. */
  memory?: WorldMemory | undefined;
  /** False: schedules are accepted and never fire. */
  schedulerOn?: boolean | undefined;
  /** True: every schedule fires twice, as Scheduler may. */
  schedulesFireTwice?: boolean | undefined;
  /** Instead of the catalogue's minutes. */
  sweepEveryMinutes?: number | undefined;
  /** Stands on the wire between the AWS clients and the stand-ins. */
  interception?: Interception | undefined;
  /** Stands between the services that call and the functions. */
  outside?: Outside | undefined;
};

export type WorldCounts = TableCounts & { mails: number; calls: Callers["calls"] };

export type World = {
  readonly school: School;
  readonly runtime: Runtime;
  now: () => Instant;
  /** True when the world was found in its directory. */
  readonly foundAgain: boolean;
  /** Where the links lead that were made before it was opened; undefined in a new world. */
  readonly earlierSiteUrl: string | undefined;
  /** What API Gateway and the functions answer to a browser. */
  request: (request: Request) => Promise<Response>;
  /** Every mail, in the order in which SES took it. */
  readonly mailbox: readonly Mail[];
  mailById: (id: string) => Mail | undefined;
  /** Calls back for each mail, at the moment SES takes it. */
  onMail: (listener: (mail: Mail) => void) => void;
  /** Moves the clock, and everything on the way happens in its order. Refuses to move it back. */
  advanceTo: (instant: Instant) => Promise<void>;
  /** Everything that is due at this instant happens, and a function that waits in between comes to its end. */
  settle: () => Promise<void>;
  /** Time passes while a function waits for the answer to a call, and everything on the way happens. */
  meanwhile: (instant: Instant) => Promise<void>;
  /** Something from outside happens at its own time. */
  later: (at: Instant, happen: () => unknown) => void;
  /** When the next thing happens, or undefined when nothing ever will. */
  nextEventAt: () => Promise<Instant | undefined>;
  readonly counts: WorldCounts;
  /** What functions threw. */
  readonly faults: readonly Fault[];
  readonly deadLetters: readonly QueuedMessage[];
  readonly log: readonly LoggedLine[];
  close: () => Promise<void>;
};

/** Opens a world, new or found again in its directory. Throws DirectoryInUse. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const files =
    options.directory === undefined ? options.memory : openWorldFiles(options.directory, options.school.id);
  try {
    return await openOn(options, files);
  } catch (error) {
    files?.close();
    throw error;
  }
}

async function openOn(options: WorldOptions, files: WorldFiles | undefined): Promise<World> {
  const before = files?.before;
  const startAt = before?.note.startAt ?? options.startAt;
  let now = before?.note.now ?? startAt;
  let requests = before?.note.requests ?? 0;
  const fresh: Mail[] = [];
  const listeners: ((mail: Mail) => void)[] = [];
  const onMail = (mail: Mail): void => {
    if (files) fresh.push(mail);
    for (const listener of listeners) listener(mail);
  };

  const parts = openStandIns(options, { now: () => now, startAt, before, onMail });
  const alone = oneAtATime();
  if (!parts.table.exists()) await createTable(parts.runtime.dynamodb, parts.runtime.tableName);

  const pass = async (end: Instant): Promise<void> => {
    for (let next = earliest(parts); next && next.at <= end; next = earliest(parts)) {
      now = Math.max(now, next.at);
      await next.happen(now);
    }
    now = Math.max(now, end);
  };
  const save = (): void =>
    files?.save(
      noteOf(options, parts, { now, startAt, requests }),
      parts.table.takeChanges(),
      fresh.splice(0),
    );
  const runUntil = async (end: Instant): Promise<void> => {
    if (end < now)
      throw new Error(
        `the clock stands at ${new Date(now).toISOString()} and does not go back to ${new Date(end).toISOString()}`,
      );
    await pass(end);
    save();
  };

  /** A page that lets time pass before it answers: the clock goes on as far as it must. */
  const whileTimePasses = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    answer.then(done, done);
    await Promise.resolve();
    while (!isDone && parts.sleepers.nextAt() !== undefined)
      await runUntil(Math.max(now, earliest(parts)!.at));
    return answer;
  };

  return {
    school: options.school,
    runtime: parts.runtime,
    now: () => now,
    foundAgain: before !== undefined,
    earlierSiteUrl: before?.note.siteUrl,
    request: (request) =>
      alone(async () => {
        const name = `request-${String(++requests).padStart(6, "0")}`;
        const { answer } = await parts.sleepers.run(() =>
          throughFrontDoor(parts.callers.call, request, name, now),
        );
        const response = await whileTimePasses(answer);
        save();
        return response;
      }),
    mailbox: parts.mailbox.mails,
    mailById: parts.mailbox.byId,
    onMail: (listener) => void listeners.push(listener),
    advanceTo: (instant) => alone(() => runUntil(instant)),
    settle: () =>
      alone(async () => {
        await runUntil(now);
        for (let at = parts.sleepers.nextAt(); at !== undefined; at = parts.sleepers.nextAt())
          await runUntil(at);
      }),
    meanwhile: pass,
    later: parts.later.add,
    nextEventAt: () => alone(async () => atOrAfter(now, earliest(parts)?.at)),
    get counts() {
      return { ...parts.table.counts, mails: parts.mailbox.mails.length, calls: { ...parts.callers.calls } };
    },
    faults: parts.callers.faults,
    deadLetters: parts.queue.dead,
    log: parts.log,
    close: () => alone(async () => closeWorld(parts, files, save)),
  };
}

const atOrAfter = (now: Instant, at: Instant | undefined): Instant | undefined =>
  at === undefined ? undefined : Math.max(now, at);

const noteOf = (
  { school, siteUrl }: WorldOptions,
  parts: StandIns,
  clock: { now: Instant; startAt: Instant; requests: number },
) => ({
  ...clock,
  schoolId: school.id,
  siteUrl,
  random: parts.random?.state() ?? null,
  recurring: parts.recurring.note(),
  queue: parts.queue.note(),
  invocations: parts.invocations.note(),
  schedules: parts.scheduler.all(),
});

function closeWorld({ runtime }: StandIns, files: WorldFiles | undefined, save: () => void): void {
  save();
  for (const client of [runtime.dynamodb, runtime.ses, runtime.scheduler]) client.destroy();
  files?.close();
}
