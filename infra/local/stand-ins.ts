/** All services of the local world, on one clock, and the runtime that functions get of them. */
import { randomBytes } from "node:crypto";
import { catalogue } from "../../functions/catalogue.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { type Callers, openCallers } from "./callers.ts";
import { dynamodbClient, schedulerClient, sesClient } from "./clients.ts";
import { type LocalTable, openTable } from "./dynamodb/table.ts";
import { type Invocations, openInvocations } from "./invocations.ts";
import { type LoggedLine, openLog } from "./log.ts";
import { type Later, openLater } from "./outside.ts";
import { localNames } from "./place.ts";
import { openQueue, type Queue } from "./queue.ts";
import { openRecurring, type Recurring } from "./recurring.ts";
import { openScheduler, type SchedulerStandIn } from "./scheduler/stand-in.ts";
import { resumeRandom, type SeededRandom, seededRandom } from "./seeded-random.ts";
import { type Mail, type Mailbox, openMailbox } from "./ses/mailbox.ts";
import { openSes } from "./ses/stand-in.ts";
import { openSleepers, type Sleepers } from "./sleepers.ts";
import type { WorldOptions } from "./world.ts";
import type { WorldFiles } from "./world-files.ts";

export type StandIns = {
  runtime: Runtime;
  table: LocalTable;
  mailbox: Mailbox;
  queue: Queue;
  scheduler: SchedulerStandIn;
  invocations: Invocations;
  recurring: Recurring;
  later: Later;
  callers: Callers;
  random: SeededRandom | undefined;
  sleepers: Sleepers;
  log: readonly LoggedLine[];
};

type Around = {
  now: () => Instant;
  startAt: Instant;
  before: WorldFiles["before"];
  onMail: (mail: Mail) => void;
};

/** Opens every stand-in with what it held before, and the functions on top of them. */
export function openStandIns(options: WorldOptions, { now, startAt, before, onMail }: Around): StandIns {
  const { school, interception, outside } = options;
  const note = before?.note;
  const names = options.names ?? localNames(school.id);
  const { lines, log } = openLog(now);
  const sleepers = openSleepers(now);
  const random = note?.random
    ? resumeRandom(note.random)
    : options.seed === undefined
      ? undefined
      : seededRandom(options.seed);

  const table = openTable(
    names.tableName,
    now,
    (options.directory ?? options.memory) !== undefined,
    before?.table,
  );
  const mailbox = openMailbox(before?.mails);
  const call: Callers["call"] = (functionName, event) => callers.call(functionName, event);
  const invocations = openInvocations(now, call, note?.invocations);
  const queue = openQueue({
    now,
    visibilitySeconds: visibilitySeconds(),
    invoke: (event) => call("wake", event),
    before: note?.queue,
  });
  const later = openLater();
  const scheduler = openScheduler({
    now,
    groupName: names.clock.groupName,
    queueArn: names.clock.queueArn,
    send: (body) => {
      for (const at of outside?.scheduleArrives?.(now(), body) ?? [now()])
        if (at <= now()) queue.send(body);
        else later.add(at, () => queue.send(body));
    },
    on: options.schedulerOn ?? true,
    twice: options.schedulesFireTwice ?? false,
    before: note?.schedules ?? [],
  });
  const ses = openSes({
    now,
    sender: school.sender.address,
    configurationSet: names.configurationSet,
    mailbox,
    emit: (at, event) => {
      for (const when of outside?.eventArrives?.(at, event) ?? [at])
        invocations.add(when, "mail-events", event);
    },
    onMail,
  });
  const recurring = openRecurring({
    school,
    startAt,
    earliestDue: table.earliestDue,
    everyMinutes: options.sweepEveryMinutes,
    before: note?.recurring,
  });

  const runtime: Runtime = {
    school,
    siteUrl: options.siteUrl,
    now,
    wait: sleepers.wait,
    randomBytes: random?.bytes ?? ((count) => new Uint8Array(randomBytes(count))),
    ...names,
    dynamodb: dynamodbClient(table.answer, interception),
    ses: sesClient(ses.answer, interception),
    scheduler: schedulerClient(scheduler.answer, interception),
    log,
  };
  const callers = openCallers(options.functions, runtime);
  return {
    runtime,
    table,
    mailbox,
    queue,
    scheduler,
    invocations,
    recurring,
    later,
    callers,
    random,
    sleepers,
    log: lines,
  };
}

/** AWS's advice for a queue before a function: six times the function's own time-out. */
const visibilitySeconds = (): number =>
  6 *
  Math.max(
    ...catalogue
      .filter(({ opensBy }) => opensBy.by === "clock-queue")
      .map(({ timeoutSeconds }) => timeoutSeconds),
  );
