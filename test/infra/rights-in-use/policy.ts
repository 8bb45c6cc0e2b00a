/** Says of a call what IAM would say, by the statements that count for it (IAM user guide, "Policy evaluation logic" and "JSON policy elements"). */

export type Principal = "*" | Readonly<Record<string, string | readonly string[]>>;
export type Statement = {
  Effect: "Allow" | "Deny";
  /** Only in the policy of a resource. */
  Principal?: Principal;
  Action: string | readonly string[];
  Resource: string | readonly string[];
  Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  Sid?: string;
};

/** One right that a call needs. `by` is asked where the policy of a resource names principals, such as `{ Service: "sns.amazonaws.com" }`. */
export type Ask = {
  action: string;
  resource: string;
  context?: Readonly<Record<string, string>>;
  by?: Readonly<Record<string, string>>;
};

/** `denied`: a statement forbids it, whatever others allow. `not allowed`: no statement speaks for it. */
export type Verdict = "allowed" | "denied" | "not allowed";

/** Throws on whatever of the policy language is not known here, so that nothing is passed over. */
export function verdictOn(ask: Ask, statements: readonly Statement[]): Verdict {
  const fitting = statements.filter((statement) => fits(statement, ask));
  if (fitting.some(({ Effect }) => Effect === "Deny")) return "denied";
  return fitting.some(({ Effect }) => Effect === "Allow") ? "allowed" : "not allowed";
}

/** Whether a statement speaks of this right. */
export function fits(statement: Statement, ask: Ask): boolean {
  mustBeUnderstood(statement);
  const { Principal, Action, Resource, Condition } = statement;
  return (
    // Actions are alike in capital and small letters; nothing else is.
    list(Action).some((action) => isLike(action.toLowerCase(), ask.action.toLowerCase())) &&
    list(Resource).some((resource) => isResource(resource, ask.resource)) &&
    (Principal === undefined || isPrincipal(Principal, ask.by ?? {})) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => {
        const actual = contextValue(ask.context ?? {}, key);
        // A key that a call does not have fits no value.
        return actual !== undefined && list(values).some((value) => operators[operator]!(value, actual));
      }),
    )
  );
}

function mustBeUnderstood(statement: Statement): void {
  const { Effect, Principal: _, Action: _a, Resource: _r, Sid: _s, Condition, ...more } = statement;
  const foreign = [
    ...Object.keys(more),
    ...(Effect === "Allow" || Effect === "Deny" ? [] : [`effect ${Effect}`]),
    ...Object.keys(Condition ?? {}).filter((operator) => !operators[operator]),
    ...(JSON.stringify(statement).includes("$" + "{") ? ["policy variables"] : []),
  ];
  if (foreign.length > 0) throw new Error(`not understood in a policy: ${foreign.join(", ")}`);
}

export const list = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? value : [value as Value];

/** `*` is any text, `?` any one character. */
function isLike(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}

/** A wildcard stays inside its part of an ARN; the last part may hold colons. */
function isResource(pattern: string, arn: string): boolean {
  if (pattern === "*") return true;
  const [patterns, parts] = [partsOf(pattern), partsOf(arn)];
  return patterns.length === 6 && patterns.every((one, index) => isLike(one, parts[index] ?? ""));
}

const partsOf = (arn: string): string[] => {
  const parts = arn.split(":");
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
};

const isPrincipal = (principal: Principal, by: Readonly<Record<string, string>>): boolean =>
  principal === "*" ||
  Object.entries(principal).some(([kind, names]) =>
    list(names).some((name) => (kind === "AWS" && name === "*") || by[kind] === name),
  );

const contextValue = (context: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];

const isSame = (value: string, actual: string): boolean => value === actual;

/** The conditions that are understood. */
const operators: Record<string, (value: string, actual: string) => boolean> = {
  StringEquals: isSame,
  Bool: isSame,
  ArnEquals: isResource,
  ArnLike: isResource,
};
