/** Names the place a call is made from by what it does: which function, which operation, on which kinds of records. */
import type { FunctionName } from "../../functions/catalogue.ts";
import type { Call } from "../../infra/local/wire.ts";

/** Such as `wake: TransactWriteItems message meeting person email`. */
export function placeOf(name: FunctionName, call: Call): string {
  if (call.service !== "dynamodb") return `${name}: ${call.operation}`;
  const records = [...call.body.matchAll(/"(?:pk|:pk|:list)":\{"S":"([a-z]+)/g)].map(([, kind]) => kind!);
  const due = call.body.includes('"IndexName":"due"') ? ["due"] : [];
  return `${name}: ${[call.operation, ...new Set([...due, ...records])].join(" ")}`;
}
