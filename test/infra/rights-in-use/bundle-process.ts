/** One function in a process of its own, as Lambda runs it: its bundle, its environment, and a clock that is set before each event, an hour slow. */
import { createRequire } from "node:module";

const hour = 3_600_000;
const realNow = Date.now;
let ahead = 0;
const now = (): number => realNow() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});

type Handler = (event: unknown) => Promise<unknown>;
const { handler } = createRequire(import.meta.url)(process.argv[2]!) as { handler: Handler };

process.on("message", async ({ at, event }: { at: number; event: unknown }) => {
  ahead = at - hour - realNow();
  const answer = await handler(event).then(
    (answered) => ({ answered }),
    (fault: unknown) => ({ fault: String(fault) }),
  );
  process.send!(answer);
});
