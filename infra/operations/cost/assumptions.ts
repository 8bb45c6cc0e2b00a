/** What the rehearsal cannot measure, because nothing here runs on AWS: each is a guess on the high side, to be replaced by the account's own figures. */
export const assumptions = {
  hoursPerMonth: 730,
  /** Of a warm invocation, besides its calls to AWS. */
  millisecondsPerInvocation: 40,
  millisecondsPerAwsCall: 8,
  /** A small school's functions are mostly cold; since August 2025 the start is billed too. `npm run bench:init` measures what our code takes of it; the rest is Node's own start and the first connections. */
  coldStarts: { share: 0.5, milliseconds: 350 },
  /**
   * Lambda's pollers ask the queue all the time, each for 20 seconds; neither the queue's own waiting time nor a batching window makes it fewer.
   * Lambda goes down from five pollers to as few as two where traffic is low, but not where a maximum concurrency is set, as it is here
   * (Lambda developer guide, "Configuring scaling behavior for SQS event source mappings").
   */
  queuePollers: { count: 5, seconds: 20 },
  /** Sending, receiving and deleting one word on the queue. */
  queueRequestsPerWord: 3,
  logBytes: { perInvocation: 700, perPageRequest: 350 },
  bytesPerPage: 12_000,
  /** The table is billed as full as it is at the end of a school year. */
  monthsStored: 10,
} as const;
