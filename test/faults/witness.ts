/** What the table saw: every write that took effect, in its order, read off the wire and not from our own log. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Answer, Call } from "../../infra/local/wire.ts";
import type { Instant } from "../../shared/domain/time.ts";

/** A write as it was sent, with the moment it took effect. */
export type Sent = { at: Instant; body: string };

export type Record = { pk: string; sk: string } & { [field: string]: unknown };
/** A record that was put, or the key of one that was removed. */
export type Written = { order: number; at: Instant; put?: Record; removed?: Record };

const writing = new Set(["TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem"]);

export type Witness = {
  see: (call: Call, answer: Answer) => void;
  sent: Sent[];
  /** What Scheduler was told. */
  schedules: string[];
};

/** Remembers what was written; `before` is what it saw earlier. */
export function openWitness(now: () => Instant, before: readonly Sent[] = []): Witness {
  const sent: Sent[] = [...before];
  const schedules: string[] = [];
  return {
    sent,
    schedules,
    see(call, answer) {
      if (call.service === "dynamodb" && answer.statusCode === 200 && writing.has(call.operation))
        sent.push({ at: now(), body: call.body });
      if (call.service === "scheduler") schedules.push(`${call.path} ${call.body}`);
    },
  };
}

type Action = { Item?: object; Key?: object };

/** What one request writes is read once, however many stories share it. */
type Read = { token: string | undefined; actions: Pick<Written, "put" | "removed">[] };
const known = new WeakMap<Sent, Read>();

/** Every write, once: a transaction that came again under its token changed nothing. */
export function writesOf(sent: readonly Sent[]): Written[] {
  const tokens = new Set<string>();
  const all: Written[] = [];
  for (const [order, one] of sent.entries()) {
    const { token, actions } = known.get(one) ?? read(one);
    if (token !== undefined && tokens.has(token)) continue;
    if (token !== undefined) tokens.add(token);
    for (const action of actions) all.push({ order, at: one.at, ...action });
  }
  return all;
}

function read(one: Sent): Read {
  const request = JSON.parse(one.body) as Action & {
    ClientRequestToken?: string;
    TransactItems?: { [action: string]: Action }[];
  };
  const actions = request.TransactItems?.flatMap(({ Put, Delete }) => Put ?? Delete ?? []) ?? [request];
  const found = {
    token: request.ClientRequestToken,
    actions: actions.flatMap(({ Item, Key }): Read["actions"] =>
      Item ? [{ put: plain(Item) }] : Key ? [{ removed: plain(Key) }] : [],
    ),
  };
  known.set(one, found);
  return found;
}

const plain = (item: object): Record => unmarshall(item as never) as Record;
