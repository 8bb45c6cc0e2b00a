/** What a person asked for either happens or is refused for a reason that has a page of its own. */
export type Accepted<Value> = { ok: true; value: Value };
export type Refused<Reason> = { ok: false; refusal: Reason };
export type Result<Value, Reason> = Accepted<Value> | Refused<Reason>;

export const accept = <Value>(value: Value): Accepted<Value> => ({ ok: true, value });
export const refuse = <Reason>(refusal: Reason): Refused<Reason> => ({ ok: false, refusal });
