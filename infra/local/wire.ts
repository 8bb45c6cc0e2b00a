/** The wire between the real AWS clients and the stand-ins of one machine: serialized requests in, serialized answers out, no socket between. */

export type Service = "dynamodb" | "ses" | "scheduler";

/** An HTTP answer as the service would write it. */
export type Answer = { statusCode: number; headers: Record<string, string>; body: Uint8Array };

/** One request on the wire. `body` is text; all three services speak text. */
export type Call = {
  service: Service;
  operation: string;
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body: string;
};

export type StandIn = (call: Call) => Promise<Answer>;

/** Stands between the clients and the stand-ins, as a bad network would: it may lose, refuse, repeat or delay a call. */
export type Interception = (call: Call, deliver: () => Promise<Answer>) => Promise<Answer>;

/** What a client hands over to be sent. */
export type SentRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  query?: Record<string, string | string[] | null>;
  body?: unknown;
};

/** What an AWS client takes as its `requestHandler`. */
export type WireHandler = {
  handle: (request: SentRequest) => Promise<{ response: Answer }>;
  updateHttpClientConfig: () => void;
  httpHandlerConfigs: () => Record<string, never>;
};

/** A request handler that passes every call to the stand-in, through the interception if there is one. */
export function wireTo(
  service: Service,
  operationOf: (call: Omit<Call, "operation">) => string,
  standIn: StandIn,
  interception?: Interception,
): WireHandler {
  return {
    async handle(request) {
      const sent = {
        service,
        method: request.method,
        path: request.path,
        query: plainQuery(request.query),
        headers: request.headers,
        body: textOf(request.body),
      };
      const call = { ...sent, operation: operationOf(sent) };
      const response = interception ? await interception(call, () => standIn(call)) : await standIn(call);
      return { response };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const answer = (
  statusCode: number,
  contentType: string,
  body: string,
  headers: Record<string, string> = {},
): Answer => ({
  statusCode,
  headers: { "content-type": contentType, ...headers },
  body: encoder.encode(body),
});

function textOf(body: unknown): string {
  if (body === undefined || body === null) return "";
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return decoder.decode(body);
  throw new Error("the local world takes request bodies of text or bytes, not streams");
}

function plainQuery(query: SentRequest["query"]): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined) plain[name] = Array.isArray(value) ? value.join(",") : value;
  }
  return plain;
}
