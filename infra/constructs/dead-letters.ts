/** Where work lies that failed again and again, until somebody has looked at it. */
import { Duration, Validations } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

/** A queue that keeps what it gets for 14 days, the longest there is. */
export function deadLetters(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, { retentionPeriod: Duration.days(14), enforceSSL: true });
  const reason = "These are the dead letters; an alarm rings when one lies here.";
  Validations.of(queue).acknowledge(
    { id: "AwsSolutions-SQS3", reason },
    { id: "Serverless-SQSRedrivePolicy", reason },
  );
  return queue;
}
