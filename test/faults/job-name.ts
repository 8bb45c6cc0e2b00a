/** A story's name, by which it can be told again: `ours-17-0.05`, or the faults themselves. */
import { Mendable } from "../../infra/local/command-line.ts";
import { type Fault, type FaultKind, faultKinds, type Stream } from "./fault.ts";
import type { Job } from "./job.ts";
import { type Sudden, sudden } from "./script.ts";

export const nameOfJob = (job: Job): string =>
  [
    ...(["again", "instead"] as const).flatMap((how) => {
      const change = job[how];
      return change ? [`${how}:${change.verb}@${new Date(change.at).toISOString()}`] : [];
    }),
    ...(job.amid ? [`amid:${job.amid.act}#${job.amid.call}`] : []),
    ...(job.feed ? [job.feed] : []),
    ...Object.keys(job.allowed ?? {}).map((what) => `may-be-${what}`),
    ...(job.chance ? [`${job.chance.seed}%${job.chance.rate}`] : []),
    ...(job.faults ?? []).map(({ on, index, kind }) => `${on}#${index}=${kind}`),
  ].join(" + ") || "nothing goes wrong";

/** The story of a name. Throws Mendable on a word it does not know. */
export function jobOfName(name: string): Job {
  const faults: Fault[] = [];
  const job: Job = {};
  for (const part of name.split(" + ")) {
    const [, on, index, kind] = /^(\w+)#(\d+)=(.+)$/.exec(part) ?? [];
    const [, how, verb, at] = /^(again|instead):([a-z-]+)@(.+)$/.exec(part) ?? [];
    const [, act, call] = /^amid:([a-z-]+)#(\d+)$/.exec(part) ?? [];
    const [, seed, rate] = /^(.+)%([\d.]+)$/.exec(part) ?? [];
    if (part === "patchy" || part === "dead") job.feed = part;
    else if (part.startsWith("may-be-"))
      job.allowed = { ...job.allowed, [part.slice("may-be-".length)]: true };
    else if (on && kind && isKind(on, kind)) faults.push({ on: on as Stream, index: Number(index), kind });
    else if (how && verb && at) job[how as "again"] = { verb: verb as "call-off", at: Date.parse(at) };
    else if (act && call && isSudden(act)) job.amid = { act, call: Number(call) };
    else if (seed && rate) job.chance = { seed, rate: Number(rate) };
    else if (part !== "nothing goes wrong")
      throw new Mendable(`There is no story called "${part}". Give the name that a finding was told with.`);
  }
  return faults.length > 0 ? { ...job, faults } : job;
}

const isSudden = (act: string): act is Sudden => Object.hasOwn(sudden, act);

const isKind = (on: string, kind: string): kind is FaultKind =>
  Object.hasOwn(faultKinds, on) && (faultKinds[on as Stream] as readonly string[]).includes(kind);
