/** Rings when the pages answer with an error. A page that says sorry ends well for Lambda, so only the front door knows. */
import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { ringAt } from "./alarm.ts";

export const watchPages = (topic: ITopic, door: HttpApi): Alarm =>
  ringAt(topic, new Construct(door.node.scope as Construct, "PagesWatch"), "Alarm", {
    whoIsHurt: "Somebody opened a page or pressed a button and was told that it did not work.",
    what: "The pages answered with an error of their own.",
    runbook: "people-see-an-error-page",
    metric: door.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
  });
