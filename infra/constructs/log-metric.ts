/** Figures that are read off the log: a function writes one JSON line, and CloudWatch counts or keeps a number of it. */
import { type Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

export type Figure = {
  /** Its name in CloudWatch, in the school's own namespace; it has data only while such lines are written. */
  name: string;
  lines: IFilterPattern;
  /** Field of the line whose number is kept; without it, lines are counted. */
  field?: string;
  statistic: "Sum" | "Maximum";
  period: Duration;
};

/** Lines of one event, narrowed to those where `field` is one of `values`. */
export const linesOf = (event: string, field?: string, ...values: readonly string[]): IFilterPattern => {
  const ofEvent = FilterPattern.stringValue("$.event", "=", event);
  if (field === undefined) return ofEvent;
  const narrowed = values.map((value) => FilterPattern.stringValue(`$.${field}`, "=", value));
  return FilterPattern.all(ofEvent, FilterPattern.any(...narrowed));
};

/** The same figure from the logs of several functions. */
export function figureOf(
  scope: Construct,
  { name, lines, field, statistic, period }: Figure,
  logs: readonly ILogGroup[],
): Metric {
  const namespace = `MentorRounds/${Stack.of(scope).stackName}`;
  for (const logGroup of logs) {
    new MetricFilter(new Construct(logGroup.node.scope as Construct, `${name}Figure`), "Filter", {
      logGroup,
      filterPattern: lines,
      metricNamespace: namespace,
      metricName: name,
      metricValue: field === undefined ? "1" : `$.${field}`,
    });
  }
  return new Metric({ namespace, metricName: name, statistic, period });
}
