/** Where alarms go: to each administrator by mail, who confirms once that he or she wants them. */
import { Stack, Validations } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";

/** A topic with a policy of its own no longer lets the account's services in by default. */
const callers = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"];

export function alarmTopic(scope: Construct, administrators: readonly string[]): ITopic {
  const topic = new Topic(scope, "AlarmTopic", { enforceSSL: true });
  const conditions = { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } };
  for (const caller of callers) topic.grantPublish(new ServicePrincipal(caller, { conditions }));
  Validations.of(topic).acknowledge({
    id: "Serverless-SNSRedrivePolicy",
    reason:
      "A mail that does not reach an administrator is of no use later; the alarm itself stays on in CloudWatch.",
  });
  for (const address of administrators) topic.addSubscription(new EmailSubscription(address));
  return topic;
}
