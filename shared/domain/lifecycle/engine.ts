/** Reads a life table: what time brings about, what people may do, and which letters follow. Everything that moves goes through `advance`. */

import type { LetterName } from "../letter-rules.ts";
import { type Role, roles } from "../people.ts";
import { accept, type Result, refuse } from "../result.ts";
import { type School, studentsChoose } from "../school.ts";
import type { Instant } from "../time.ts";

export type Alive<State extends string> = {
  state: State;
  /** Names of the timers that have run since the last arrangement. */
  done: readonly string[];
};

/** A letter that must follow, to one side of the pair. */
export type LetterToSend = {
  letter: LetterName;
  to: Role;
  /** Tells apart two letters of one kind about one arrangement. */
  occasion: string;
  data: Readonly<Record<string, string | number>>;
};

export type Recipients =
  | Role
  | "both"
  | "the other"
  | "whoever has not answered"
  | "whoever has not agreed"
  | "a student who may choose";

/** What one step does. `to` names every state it may lead to; the drawing and the tests read it. */
type Step<State extends string, Thing, Happening, Around> = {
  /** In the administrator's words; it completes "…then". */
  says: string;
  to: readonly State[];
  letters?: readonly { letter: LetterName; to: Recipients }[];
  /** The new values; a step with several `to` must set `state`. */
  change?: (thing: Thing, happening: Happening, around: Around) => Partial<Thing>;
  /** Details for the letters. */
  data?: (thing: Thing, happening: Happening, around: Around) => Record<string, string | number>;
};

export type PeopleStep<State extends string, Thing, Happening, Around, Refusal> = Step<
  State,
  Thing,
  Happening,
  Around
> & {
  who: string;
  /** A reason not to; nothing is changed then. */
  refuses?: (thing: Thing, happening: Happening, around: Around) => Refusal | undefined;
  /** True when it was said before: accepted again, and nothing follows. */
  already?: (thing: Thing, happening: Happening, around: Around) => boolean;
};

export type TimeStep<State extends string, Thing, Around> = Step<State, Thing, undefined, Around> & {
  /** When it is due, or undefined when it never is. */
  at: (thing: Thing, around: Around) => Instant | undefined;
  /** May be due again; its `change` must move `at` on. Every other timer runs once for each arrangement. */
  repeats?: true;
  /** Past this moment the step is no longer of use and only marked as done. */
  until?: (thing: Thing, around: Around) => Instant | undefined;
};

export type LifeRow<State extends string, Thing, Event extends { type: string }, Around, Refusal> = {
  means: string;
  people: {
    [Type in Event["type"]]?: PeopleStep<State, Thing, Extract<Event, { type: Type }>, Around, Refusal>;
  };
  time: Readonly<Record<string, TimeStep<State, Thing, Around>>>;
};

/** A whole life. A state with neither people nor time is final. */
export type Life<
  State extends string,
  Thing extends Alive<State>,
  Event extends { type: string },
  Around,
  Refusal,
> = {
  readonly [Name in State]: LifeRow<State, Thing, Event, Around, Refusal>;
};

export type Advanced<Thing> = { after: Thing; letters: readonly LetterToSend[] };

type AroundNow = { now: Instant };
type AnyEvent = { type: string; by?: string };
// biome-ignore lint/suspicious/noExplicitAny: one interpreter serves every table; each table is fully typed where it is written.
type AnyLife = Record<string, LifeRow<any, any, any, any, any>>;
// biome-ignore lint/suspicious/noExplicitAny: see AnyLife.
type AnyStep = Step<any, any, any, any>;

/**
 * What a person (or the planner) does to a thing.
 * Refuses with the table's own reason, or `not-possible-now` where the state does not know the event.
 */
export function advance<
  State extends string,
  Thing extends Alive<State>,
  Event extends AnyEvent,
  Around extends AroundNow,
  Refusal,
>(
  life: Life<State, Thing, Event, Around, Refusal>,
  thing: Thing,
  event: Event,
  around: Around,
): Result<Advanced<Thing>, Refusal | "not-possible-now"> {
  const step = (life as AnyLife)[thing.state]?.people[event.type];
  if (!step) return refuse("not-possible-now");
  const refusal = step.refuses?.(thing, event, around) as Refusal | undefined;
  if (refusal !== undefined) return refuse(refusal);
  if (step.already?.(thing, event, around)) return accept({ after: thing, letters: [] });
  return accept(take(step, event.type, thing, event, around));
}

/** All that time has brought about up to `around.now`, earliest first. The thing itself comes back when nothing was due. */
export function passTime<
  State extends string,
  Thing extends Alive<State>,
  Event extends AnyEvent,
  Around extends AroundNow,
  Refusal,
>(life: Life<State, Thing, Event, Around, Refusal>, thing: Thing, around: Around): Advanced<Thing> {
  let after = thing;
  const letters: LetterToSend[] = [];
  for (;;) {
    const next = nextTimer(life, after, around);
    if (!next || next.at > around.now) return { after, letters };
    const step = (life as AnyLife)[after.state]!.time[next.name]!;
    const until = step.until?.(after, around);
    if (until !== undefined && until <= around.now) {
      after = { ...after, done: [...after.done, next.name] };
      continue;
    }
    const taken = take(step, next.name, after, undefined, around);
    after = step.repeats ? taken.after : { ...taken.after, done: [...taken.after.done, next.name] };
    letters.push(...taken.letters);
  }
}

/** The next thing that time will bring about, due or not yet, or undefined for a final state. */
export function nextTimer<
  State extends string,
  Thing extends Alive<State>,
  Event extends AnyEvent,
  Around extends AroundNow,
  Refusal,
>(
  life: Life<State, Thing, Event, Around, Refusal>,
  thing: Thing,
  around: Around,
): { name: string; at: Instant } | undefined {
  let next: { name: string; at: Instant } | undefined;
  for (const [name, step] of Object.entries((life as AnyLife)[thing.state]?.time ?? {})) {
    if (thing.done.includes(name)) continue;
    const at = step.at(thing, around) as Instant | undefined;
    if (at !== undefined && (!next || at < next.at)) next = { name, at };
  }
  return next;
}

/** True when neither people nor time lead out of a state. */
export const isFinal = (
  life: Readonly<Record<string, { people: object; time: object }>>,
  state: string,
): boolean => {
  const row = life[state];
  return !row || (Object.keys(row.people).length === 0 && Object.keys(row.time).length === 0);
};

function take<Thing extends Alive<string>>(
  step: AnyStep,
  name: string,
  thing: Thing,
  event: AnyEvent | undefined,
  around: unknown,
): Advanced<Thing> {
  const changes = step.change?.(thing, event, around) as Partial<Thing> | undefined;
  const after = { ...thing, ...(step.to.length === 1 ? { state: step.to[0] } : {}), ...changes };
  const data = step.data?.(thing, event, around) ?? {};
  const letters = (step.letters ?? []).flatMap(({ letter, to }) =>
    readers(to, event?.by, thing, around).map((role) => ({
      letter,
      to: role,
      occasion: occasionOf(name, data),
      data,
    })),
  );
  return { after, letters };
}

const occasionOf = (name: string, data: Record<string, string | number>): string =>
  data.occasion === undefined ? name : `${name}-${data.occasion}`;

/** What the choice of readers looks at; each table's things and surroundings have what its letters need. */
type Sides = {
  answers?: Partial<Record<Role, unknown>>;
  pair?: Record<Role, { agreedAt?: number | undefined }>;
  school?: Pick<School, "pairing">;
};

function readers(to: Recipients, by: string | undefined, thing: unknown, around: unknown): Role[] {
  const { answers } = thing as Sides;
  const { pair, school } = around as Sides;
  switch (to) {
    case "both":
      return [...roles];
    case "the other":
      return [by === "student" ? "mentor" : "student"];
    case "whoever has not answered":
      return roles.filter((role) => !answers?.[role]);
    case "whoever has not agreed":
      return roles.filter((role) => pair?.[role].agreedAt === undefined);
    case "a student who may choose":
      return school && studentsChoose(school) ? ["student"] : [];
    default:
      return [to];
  }
}
