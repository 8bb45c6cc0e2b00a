/** Where a school lives, for an administrator's command: a world on this machine, or a stack on AWS. The commands cannot tell which. */
import type { LogLine, Runtime } from "../../shared/runtime/runtime.ts";

export type Place = {
  /** Begins "…, this cannot be undone: …", so that nobody takes one place for the other. */
  where: string;
  runtime: Runtime;
  /** What the product logged during this command. */
  readonly log: readonly LogLine[];
  /** Lets everything happen that is due because of the command. */
  settle: () => Promise<void>;
  /** Leaves the place as it was found, without a trace of records that were removed. */
  close: () => Promise<void>;
};
