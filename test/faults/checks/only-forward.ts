/** What is known of a mail is never forgotten: its states only move forward, and an address that bounced is shut. */
import type { Message, MessageState } from "../../../shared/domain/messages.ts";
import type { Check } from "./finding.ts";

/** How much is known; the same rank may follow itself. A refused attempt goes back to planned, which is no step back in what is known. */
const rank: Readonly<Record<MessageState, number>> = {
  planned: 0,
  sending: 0,
  unknown: 1,
  accepted: 2,
  delivered: 3,
  bounced: 4,
  complained: 4,
  cancelled: 5,
  expired: 5,
  suppressed: 5,
  failed: 5,
};

export const onlyForward: Check = ({ writes }) => {
  const findings: string[] = [];
  const latest = new Map<string, MessageState>();
  for (const { put } of writes) {
    if (put?.sk !== "message") continue;
    const { id, state, letter } = put as unknown as Message;
    const before = latest.get(id);
    if (before && rank[state] < rank[before]) findings.push(`goes from ${before} to ${state}: ${letter}`);
    latest.set(id, state);
  }
  return findings;
};

/** Who writes has seen what was written before: no revision of a meeting or a mentorship stands for two changes. */
export const eachRevisionOnce: Check = ({ writes }) => {
  const findings: string[] = [];
  const latest = new Map<string, number>();
  for (const { put } of writes) {
    if (put?.sk !== "meeting" && put?.sk !== "mentorship") continue;
    const revision = put.revision as number;
    const before = latest.get(put.pk) ?? revision - 1;
    if (revision !== before + 1) findings.push(`${put.pk} goes from revision ${before} to ${revision}`);
    latest.set(put.pk, revision);
  }
  return findings;
};

export const nothingAfterABounce: Check = ({ writes, mails }) => {
  const addressOf = new Map(mails.map(({ tags, to }) => [tags.message, to]));
  const shut = new Set<string>();
  const findings: string[] = [];
  const claimedBefore = new Set<string>();
  for (const { put } of writes) {
    if (put?.sk !== "message") continue;
    const { id, state, letter } = put as unknown as Message;
    const address = addressOf.get(id);
    if (!address) continue;
    if (state === "bounced") shut.add(address);
    if (state === "sending" && shut.has(address) && !claimedBefore.has(id))
      findings.push(`was claimed after mail to ${address} had bounced: ${letter}`);
    if (state === "sending") claimedBefore.add(id);
  }
  return findings;
};
