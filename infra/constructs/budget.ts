/** Word to the administrators when the account is about to cost more in a month than was planned. */
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** At 80 % of what was spent and at 100 % of what is foreseen. It counts the whole account: the bill does not know schools. */
export function watchBudget(scope: Construct, topic: ITopic, dollars: number): void {
  const subscribers = [{ subscriptionType: "SNS", address: topic.topicArn }];
  const notice = (notificationType: string, threshold: number) => ({
    notification: {
      notificationType,
      comparisonOperator: "GREATER_THAN",
      threshold,
      thresholdType: "PERCENTAGE",
    },
    subscribers,
  });
  const budget = new CfnBudget(scope, "Budget", {
    budget: { budgetType: "COST", timeUnit: "MONTHLY", budgetLimit: { amount: dollars, unit: "USD" } },
    notificationsWithSubscribers: [notice("ACTUAL", 80), notice("FORECASTED", 100)],
  });
  // The topic must let budgets in by then.
  budget.node.addDependency(topic);
}
