/** The alarms and metrics on top of the bill are those of a school's template. */
import { expect, it } from "vitest";
import { watching } from "../../../infra/operations/cost/watching.ts";
import { ofType, stacksOf } from "../../infra/stack-of.ts";

it("counts each alarm, and each metric once, whatever logs it is read off", () => {
  const [house] = stacksOf("riverside");
  const metrics = ofType(house!, "AWS::Logs::MetricFilter").flatMap(([, { Properties }]) =>
    (Properties.MetricTransformations as { MetricName: string }[]).map(({ MetricName }) => MetricName),
  );
  expect({
    alarms: ofType(house!, "AWS::CloudWatch::Alarm").length,
    metrics: new Set(metrics).size,
  }).toEqual(watching);
});
