/** What can go wrong, by name: on a call to a service, on the way of an event or a schedule, or to a function as a whole. */

export const faultKinds = {
  /** Each call of a function to DynamoDB, SES or Scheduler, every try of the client counted. */
  call: [
    "crash before",
    "crash after",
    "answer lost",
    "never answered",
    "not applied",
    "throttled",
    "applied late",
    "slow",
    "out of reach",
    "sweep between",
    "twin between",
  ],
  /** Each event that SES tells of a mail. */
  event: ["event doubled", "event reordered", "event delayed", "event lost"],
  /** Each schedule that fires. */
  schedule: ["schedule doubled", "schedule late", "schedule lost"],
  /** Each time a function is called. */
  invocation: ["clock ahead", "clock behind", "clock back an hour", "deployment"],
} as const;

export type Stream = keyof typeof faultKinds;
export const streams = Object.keys(faultKinds) as Stream[];
export type FaultKind = (typeof faultKinds)[Stream][number];

/** One fault: what happens to the how-manieth call, event, schedule or invocation since the story began. */
export type Fault = { on: Stream; index: number; kind: FaultKind };

/** Decides what happens to each; undefined is that all goes well. */
export type FaultPlan = (on: Stream, index: number) => FaultKind | undefined;

/** A fault that happened, and to what: `wake: TransactWriteItems message meeting`. */
export type Injected = Fault & { at: number; what: string };

/** Exactly these faults. */
export function theseFaults(faults: readonly Fault[]): FaultPlan {
  const planned = new Map(faults.map(({ on, index, kind }) => [`${on} ${index}`, kind]));
  return (on, index) => planned.get(`${on} ${index}`);
}

export const nothingGoesWrong: FaultPlan = () => undefined;
