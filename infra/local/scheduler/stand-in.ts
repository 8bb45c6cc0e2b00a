/** The local EventBridge Scheduler: keeps one-time schedules and fires them on the world's clock, at least once. */
import type { Instant } from "../../../shared/domain/time.ts";
import { type Agenda, type Entry, openAgenda } from "../agenda.ts";
import { localAccount, localRegion } from "../place.ts";
import { Refused } from "../refused.ts";
import { type Answer, answer, type Call } from "../wire.ts";
import { checkName, readSchedule, type Schedule } from "./schedule.ts";

export type SchedulerOptions = {
  now: () => Instant;
  groupName: string;
  queueArn: string;
  /** Puts a schedule's input on the queue. */
  send: (body: string) => void;
  /** False: schedules are accepted and never fire. */
  on: boolean;
  /** True: every schedule fires twice, as Scheduler may. */
  twice: boolean;
  before?: readonly Schedule[];
};

export type SchedulerStandIn = {
  answer: (call: Call) => Promise<Answer>;
  nextAt: () => Instant | undefined;
  /** Fires the earliest schedule. */
  fire: () => void;
  all: () => Schedule[];
};

type Request = { name: string; call: Call };

/** Which operation a REST call means, or its method and path when none. */
export function schedulerOperation({ method, path }: { method: string; path: string }): string {
  if (path === "/schedules") return method === "GET" ? "ListSchedules" : `${method} ${path}`;
  const names: Record<string, string> = {
    POST: "CreateSchedule",
    PUT: "UpdateSchedule",
    GET: "GetSchedule",
    DELETE: "DeleteSchedule",
  };
  return (/^\/schedules\/[^/]+$/.test(path) && names[method]) || `${method} ${path}`;
}

/** A Scheduler with the schedules that stood before. */
export function openScheduler(options: SchedulerOptions): SchedulerStandIn {
  const { now, groupName } = options;
  const schedules = new Map<string, Schedule>();
  const agenda: Agenda<Schedule> = openAgenda();
  const entries = new Map<Schedule, Entry<Schedule>>();

  const put = (schedule: Schedule): void => {
    schedules.set(schedule.Name, schedule);
    if (options.on && schedule.State !== "DISABLED" && schedule.at > now())
      entries.set(schedule, agenda.add(schedule.at, schedule));
  };
  const drop = (schedule: Schedule): void => {
    schedules.delete(schedule.Name);
    const entry = entries.get(schedule);
    if (entry) agenda.remove(entry);
    entries.delete(schedule);
  };
  const find = (name: string): Schedule => {
    const found = schedules.get(name);
    if (!found) throw new Refused("ResourceNotFoundException", `Schedule ${name} does not exist.`, 404);
    return found;
  };
  const read = ({ name, call }: Request): Schedule => {
    const { request, at } = readSchedule(call.body, now());
    if (request.Target.Arn !== options.queueArn)
      throw new Refused(
        "ValidationException",
        `The local Scheduler wakes the school's queue only, not ${request.Target.Arn}.`,
      );
    return { ...request, Name: name, GroupName: groupName, at, madeAt: now(), changedAt: now() };
  };

  const operations: Record<string, (request: Request) => object> = {
    CreateSchedule(request) {
      if (schedules.has(request.name))
        throw new Refused("ConflictException", `Schedule ${request.name} already exists.`, 409);
      put(read(request));
      return { ScheduleArn: arnOf(groupName, request.name) };
    },
    UpdateSchedule(request) {
      const before = find(request.name);
      const after = { ...read(request), madeAt: before.madeAt };
      drop(before);
      put(after);
      return { ScheduleArn: arnOf(groupName, request.name) };
    },
    GetSchedule: ({ name }) => shown(find(name)),
    DeleteSchedule({ name }) {
      drop(find(name));
      return {};
    },
    ListSchedules: ({ call }) => listed([...schedules.values()], call.query),
  };

  for (const schedule of options.before ?? []) put(schedule);

  const respond = (call: Call): object => {
    const operation = operations[call.operation];
    if (!operation)
      throw new Refused(
        "UnknownOperationException",
        `The local Scheduler does not know ${call.operation}.`,
        404,
      );
    const name = decodeURIComponent(call.path.split("/")[2] ?? "");
    if (call.operation !== "ListSchedules") checkName(name);
    const group = groupOf(call);
    if (group !== undefined && group !== groupName)
      throw new Refused("ResourceNotFoundException", `Schedule group ${group} does not exist.`, 404);
    return operation({ name, call });
  };

  return {
    async answer(call) {
      try {
        return answer(200, "application/json", JSON.stringify(respond(call)));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return answer(error.statusCode, "application/json", JSON.stringify({ Message: error.message }), {
          "x-amzn-errortype": error.name,
        });
      }
    },
    nextAt: () => agenda.nextAt(),
    fire() {
      const schedule = agenda.take()?.value;
      if (!schedule) return;
      entries.delete(schedule);
      if (schedule.ActionAfterCompletion === "DELETE") schedules.delete(schedule.Name);
      for (let times = options.twice ? 2 : 1; times > 0; times--) options.send(schedule.Target.Input ?? "{}");
    },
    all: () => [...schedules.values()],
  };
}

const arnOf = (group: string, name: string): string =>
  `arn:aws:scheduler:${localRegion}:${localAccount}:schedule/${group}/${name}`;

/** A list or a removal names the group in the query, a new or changed schedule in its body. */
function groupOf({ query, body }: Call): string | undefined {
  const inQuery = query.groupName ?? query.ScheduleGroup;
  if (inQuery !== undefined || !body) return inQuery;
  return (JSON.parse(body) as { GroupName?: string }).GroupName ?? "default";
}

const seconds = (instant: Instant): number => instant / 1000;

function shown({ at: _, madeAt, changedAt, ClientToken: __, ...schedule }: Schedule): object {
  return {
    Arn: arnOf(schedule.GroupName, schedule.Name),
    State: "ENABLED",
    ActionAfterCompletion: "NONE",
    ScheduleExpressionTimezone: "UTC",
    ...schedule,
    CreationDate: seconds(madeAt),
    LastModificationDate: seconds(changedAt),
  };
}

function listed(all: Schedule[], query: Readonly<Record<string, string>>): object {
  const limit = Number(query.MaxResults ?? 100);
  const from = query.NextToken ?? "";
  const names = all
    .filter(({ Name }) => Name > from && Name.startsWith(query.NamePrefix ?? ""))
    .sort((one, other) => (one.Name < other.Name ? -1 : 1));
  const page = names.slice(0, limit);
  return {
    Schedules: page.map(({ Name, GroupName, State, Target, madeAt, changedAt }) => ({
      Name,
      GroupName,
      Arn: arnOf(GroupName, Name),
      State: State ?? "ENABLED",
      Target: { Arn: Target.Arn },
      CreationDate: seconds(madeAt),
      LastModificationDate: seconds(changedAt),
    })),
    ...(page.length < names.length && { NextToken: page.at(-1)?.Name }),
  };
}
