/** Both tables as graphs: every state is reached, and every open state is left by time alone. */
import { describe, expect, it } from "vitest";
import { isFinal } from "../../../shared/domain/lifecycle/engine.ts";
import { meetingLife } from "../../../shared/domain/lifecycle/meeting-life.ts";
import { mentorshipLife } from "../../../shared/domain/lifecycle/mentorship-life.ts";
import { meetingStates } from "../../../shared/domain/meetings.ts";
import { mentorshipStates } from "../../../shared/domain/mentorships.ts";

type Graph = Record<string, { people: object; time: object }>;
const leads = (steps: object): string[] =>
  Object.values(steps).flatMap((step: { to: readonly string[] }) => step.to);

const reachable = (life: Graph, from: string, next: (row: Graph[string]) => string[]): Set<string> => {
  const seen = new Set([from]);
  for (const state of seen) for (const to of next(life[state]!)) seen.add(to);
  return seen;
};

describe.each([
  ["meeting", meetingLife as Graph, "unplaced", meetingStates],
  ["mentorship", mentorshipLife as Graph, "proposed", mentorshipStates],
])("the life of a %s", (_name, life, first, states) => {
  it("has a row for every state, and reaches each from the first", () => {
    expect(Object.keys(life).sort()).toEqual([...states].sort());
    expect(
      [...reachable(life, first, ({ people, time }) => [...leads(people), ...leads(time)])].sort(),
    ).toEqual([...states].sort());
  });

  it.each(states.filter((state) => !isFinal(life, state)))("leaves %s without a human", (state) => {
    const byTime = reachable(life, state, ({ time }) => leads(time));
    expect([...byTime].some((reached) => isFinal(life, reached))).toBe(true);
  });
});
