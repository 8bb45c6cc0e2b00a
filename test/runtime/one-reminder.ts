/** A pair whose reminders fall due at five, to be taken up again and again from one minute before, with faults on the wire. */

import { AsyncLocalStorage } from "node:async_hooks";
import type { FunctionFactories } from "../../infra/local/function-factories.ts";
import { functions } from "../../infra/local/functions.ts";
import type { Outside } from "../../infra/local/outside.ts";
import { type Answer, answer, type Call, type Interception } from "../../infra/local/wire.ts";
import { openWorld, type World } from "../../infra/local/world.ts";
import { type Remembered, worldMemory } from "../../infra/local/world-memory.ts";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { Message } from "../../shared/domain/messages.ts";
import { minute } from "../../shared/domain/time.ts";
import { listMessages } from "../../shared/records/messages.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { onePair, openStory, pairEverybody, siteUrl } from "../journeys/a-school.ts";
import { school } from "../local/small-world.ts";

export const fates = [
  "crash before",
  "crash after",
  "answer lost",
  "not applied",
  "throttled",
  "applied late",
] as const;
export type Fate = (typeof fates)[number];

/** What happens to the how-manieth call of a function. */
export type Plan = (index: number, call: Call) => Fate | (() => Promise<void>) | undefined;

let remembered: Promise<Remembered> | undefined;

async function beforeTheReminder(): Promise<Remembered> {
  const memory = worldMemory();
  const story = await openStory(onePair, { memory });
  await pairEverybody(story);
  await story.until("2026-12-09 16:59");
  return memory.remember();
}

export type ReminderWorld = World & {
  calls: { call: Call; by: string }[];
  /** From now on SES says this, or answers as ever. */
  answerSes: (says: (() => Answer) | undefined) => void;
};

/** The world at 16:59; from the first call on, `plan` decides. */
export async function openReminder(
  plan: Plan,
  outside?: Outside,
  beforeCall?: (call: Call) => Promise<void>,
): Promise<ReminderWorld> {
  remembered ??= beforeTheReminder();
  const calls: ReminderWorld["calls"] = [];
  const context = new AsyncLocalStorage<{ name: string; dead: boolean } | undefined>();
  const wire: { world?: World } = {};
  let sesSaysNow: (() => Answer) | undefined;
  const interception: Interception = async (call, deliver) => {
    await beforeCall?.(call);
    if (sesSaysNow && call.service === "ses") return sesSaysNow();
    const running = context.getStore();
    if (!running) return deliver();
    if (running.dead) throw gone();
    const fate = plan(calls.push({ call, by: running.name }) - 1, call);
    if (typeof fate === "function") {
      await context.run(undefined, fate);
      return deliver();
    }
    if (fate?.startsWith("crash")) running.dead = true;
    return suffer(fate, call, deliver);
  };
  const suffer = async (
    fate: Fate | undefined,
    call: Call,
    deliver: () => Promise<Answer>,
  ): Promise<Answer> => {
    switch (fate) {
      case "crash before":
      case "not applied":
        throw gone();
      case "crash after":
      case "answer lost":
        await deliver();
        throw gone();
      case "applied late":
        wire.world!.later(wire.world!.now() + 20_000, deliver);
        throw gone();
      case "throttled":
        return tooOften[call.service]();
      default:
        return deliver();
    }
  };
  /** A function that has crashed says nothing more to anybody; the next call finds a new one. */
  const watched = Object.fromEntries(
    Object.entries(functions).map(([name, make]) => [
      name,
      (runtime: Runtime) => {
        const run = make(runtime) as (event: unknown) => Promise<unknown>;
        return (event: unknown) => context.run({ name, dead: false }, () => run(event));
      },
    ]),
  ) as object as FunctionFactories;
  const world = await openWorld({
    school,
    siteUrl,
    seed: "story",
    startAt: inNewYork("2026-11-13 09:00"),
    functions: watched,
    memory: worldMemory(await remembered),
    interception,
    ...(outside && { outside }),
  });
  wire.world = world;
  const answerSes: ReminderWorld["answerSes"] = (says) => {
    sesSaysNow = says;
  };
  return Object.defineProperties(
    { calls, answerSes } as ReminderWorld,
    Object.getOwnPropertyDescriptors(world),
  );
}

/** What a call that was lost looks like to the client. */
export const gone = (): Error =>
  Object.assign(new Error("the connection was closed"), { name: "TimeoutError" });

const sesSays = (code: string, message: string, statusCode = 400): Answer =>
  answer(
    statusCode,
    "text/xml",
    `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
  );
export const rateExceeded = (): Answer => sesSays("Throttling", "Maximum sending rate exceeded.");
export const accessDenied = (): Answer =>
  sesSays(
    "AccessDenied",
    "User `arn:aws:sts::000000000000:assumed-role/sweep/sweep' is not authorized to perform `ses:SendRawEmail'",
    403,
  );
export const messageRejected = (): Answer => sesSays("MessageRejected", "Email address is not verified.");
export const quotaExceeded = (): Answer => sesSays("Throttling", "Daily message quota exceeded.");

const tooOften: Record<Call["service"], () => Answer> = {
  ses: rateExceeded,
  dynamodb: () =>
    answer(
      400,
      "application/x-amz-json-1.0",
      JSON.stringify({
        __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
        message: "Too many requests.",
      }),
    ),
  scheduler: () =>
    answer(429, "application/json", JSON.stringify({ Message: "Rate exceeded" }), {
      "x-amzn-errortype": "ThrottlingException",
    }),
};

/** The messages of one letter in December, the student's first. */
export async function messagesOf(world: World, letter: LetterName): Promise<Message[]> {
  const messages = await listMessages(tableOf(world.runtime), ["2026-12"]);
  return messages.filter((message) => message.letter === letter).sort((a, b) => (a.role < b.role ? 1 : -1));
}

/** Mails of one letter since 16:59, as `17:00 wei`. */
export const mailsOf = (world: World, letter: LetterName): string[] =>
  world.mailbox
    .filter(({ at, tags }) => tags.letter === letter && at >= fromMinute)
    .map(({ at, to }) => `${Math.floor((at - fromMinute) / minute) - 1}' ${to.split("@")[0]}`)
    .sort();

const fromMinute = inNewYork("2026-12-09 16:59");
export const at = (minutesAfterFive: number): number =>
  inNewYork("2026-12-09 17:00") + minutesAfterFive * minute;

/** True for a call that hands a mail to SES, other than a canary. */
export const isMail = ({ operation, body }: Call): boolean =>
  operation === "SendRawEmail" && body.includes("reminder");

/** True for the claim of a message. */
export const isClaim = (body: string): boolean =>
  body.includes('"sending"') && body.includes('"ConditionCheck"');
