/** An alarm: its first words say who is hurt, its last ones where it is written what to do. */
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { linkTo, type RunbookSection } from "./runbook-section.ts";

export type Trouble = {
  whoIsHurt: string;
  what: string;
  runbook: RunbookSection;
  metric: IMetric;
  /** Rings from this value on; from the first trouble on where it is left out. */
  from?: number;
  /** Periods in a row that must be bad; one where it is left out. */
  periods?: number;
  /** What the metric's silence means; nothing bad where it is left out. */
  silence?: "is-fine" | "is-trouble";
};

/** Rings at the administrators' topic. */
export function ringAt(topic: ITopic, scope: Construct, id: string, trouble: Trouble): Alarm {
  const { whoIsHurt, what, runbook, metric, from = 1, periods = 1, silence = "is-fine" } = trouble;
  const alarm = new Alarm(scope, id, {
    alarmDescription: `${whoIsHurt} ${what} What to do: ${linkTo(runbook)}`,
    metric,
    threshold: from,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: silence === "is-fine" ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  return alarm;
}
