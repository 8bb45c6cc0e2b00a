/** Two stories that stand alike go on alike: what a world is, without tokens, revisions and the exact minute of what is past. */
import { createHash } from "node:crypto";
import { recordsOf } from "./outcome.ts";
import type { Moment } from "./story.ts";
import type { Record } from "./witness.ts";

const passing = new Set([
  "revision",
  "attempt",
  "attemptToken",
  "listKey",
  "forgetAfter",
  "sesMessageId",
  "links",
]);
const kept = new Set(["startAt", "opensAt", "dueAt"]);
/** Links and sessions are made of chance, and counts of turns and of the feed are of the minute; what they lead to is in the other records. */
const ofTheMinute = /^(used-link|session|mail-turns|school)#/;
const accepted = new Set(["accepted", "delivered", "bounced", "complained"]);
const open = new Set(["planned", "sending"]);

function essence(record: Record): object {
  if (record.sk === "message" && !open.has(record.state as string))
    return { pk: record.pk, state: accepted.has(record.state as string) ? "accepted" : record.state };
  return plain(record) as object;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value)
    .filter(([name]) => !passing.has(name) && (!name.endsWith("At") || kept.has(name)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, plain(field)]));
}

const essences = new WeakMap<Record, string>();

/** A short text that is the same for two worlds that stand alike. */
export function likenessOf({ world, pending }: Moment): string {
  const { queue, invocations, schedules } = world.note;
  const records = recordsOf(world.table)
    .filter(({ pk }) => !ofTheMinute.test(pk))
    .map((record) => {
      const known = essences.get(record) ?? JSON.stringify(essence(record));
      essences.set(record, known);
      return known;
    })
    .sort();
  const standing = {
    records,
    pending: pending.map(({ at, act }) => `${at} ${act.who} ${act.verb}`).sort(),
    queue: queue.waiting.map(({ value }) => value.body),
    invocations: invocations.map(({ at, value }) => `${at} ${value.name}`),
    schedules: schedules.map(({ at, Target }) => `${at} ${Target.Input}`).sort(),
  };
  return createHash("sha256").update(JSON.stringify(standing)).digest("base64url");
}
