/** What an Update makes of a record, in the part of DynamoDB's language that the school's own writes use. */
import type { WireItem } from "./item-bytes.ts";

export type UpdateRequest = {
  Key: WireItem;
  UpdateExpression?: string;
  ExpressionAttributeValues?: WireItem;
};

/** The record after it; one that was not there begins with its key. Throws on what it does not know, so that nothing is counted wrongly. */
export function afterUpdate(before: WireItem | undefined, request: UpdateRequest): WireItem {
  const { Key, UpdateExpression = "", ExpressionAttributeValues = {} } = request;
  const after: Record<string, WireItem[string]> = { ...before, ...Key };
  const given = (name: string) => {
    const value = ExpressionAttributeValues[name];
    if (!value) throw new Error(`an Update names ${name} and has no such value`);
    return value;
  };
  for (const [, verb, parts] of UpdateExpression.matchAll(/(\w+) (.*?)(?= (?:SET|REMOVE|ADD) |$)/g))
    for (const part of parts!.split(", ")) {
      const [, name = "", rest = ""] = /^(\w+)(.*)$/.exec(part) ?? [];
      if (verb === "SET" && /^ = :\w+$/.test(rest)) after[name] = given(rest.slice(3));
      else if (verb === "REMOVE" && name && rest === "") delete after[name];
      else if (verb === "ADD" && /^ :\w+$/.test(rest))
        after[name] = { N: String(Number(after[name]?.N ?? 0) + Number(given(rest.slice(1)).N)) };
      else throw new Error(`the cost of an Update with "${verb} ${part}" is not known`);
    }
  return after;
}
