/** Draws a life table as a Mermaid state diagram: an arrow for each step, time's with a clock before its words. */
import { isFinal } from "./engine.ts";

type DrawnStep = { says: string; to: readonly string[] };
type AnyTable = Readonly<Record<string, { people: object; time: object }>>;

const stepsOf = (steps: object): DrawnStep[] => Object.values(steps);

/** The diagram's lines. `first` are the states in which such a thing can begin. Steps that stay in their state are left out. */
export function drawLife(life: AnyTable, first: readonly string[]): string {
  const arrows = new Map<string, string[]>();
  for (const [from, row] of Object.entries(life)) {
    for (const step of stepsOf(row.people)) addArrows(arrows, from, step, "");
    for (const step of stepsOf(row.time)) addArrows(arrows, from, step, "⏰ ");
  }
  return [
    "stateDiagram-v2",
    ...Object.keys(life).map((state) => `  state "${state.replaceAll("-", " ")}" as ${idOf(state)}`),
    ...first.map((state) => `  [*] --> ${idOf(state)}`),
    ...[...arrows].map(([arrow, words]) => `  ${arrow}: ${[...new Set(words)].join(" / ")}`),
    ...Object.keys(life)
      .filter((state) => isFinal(life, state))
      .map((state) => `  ${idOf(state)} --> [*]`),
  ].join("\n");
}

function addArrows(arrows: Map<string, string[]>, from: string, { says, to }: DrawnStep, sign: string): void {
  for (const state of to) {
    if (state === from) continue;
    const arrow = `${idOf(from)} --> ${idOf(state)}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), `${sign}${says.replaceAll(":", "")}`]);
  }
}

/** Mermaid takes hyphens in names for arrows. */
const idOf = (state: string): string => state.replaceAll("-", "_");
