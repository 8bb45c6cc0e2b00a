/** Where work lies that failed again and again, until somebody has looked at it. */
import { Duration } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

/** A queue that keeps what it gets for 14 days, the longest there is. */
export const deadLetters = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { retentionPeriod: Duration.days(14), enforceSSL: true });
