/** The school's pages on the web: one HTTP API, slow enough for guessing and fast enough for a class that was just mailed. */
import { RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** Neither the path nor the query is logged: both may hold a link's secret. No address of a reader either. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: "$context.requestId",
    time: "$context.requestTime",
    method: "$context.httpMethod",
    route: "$context.routeKey",
    status: "$context.status",
    milliseconds: "$context.responseLatency",
    bytes: "$context.responseLength",
    fault: "$context.integrationErrorMessage",
  }),
);

/** The API, with nothing behind it yet. */
export function frontDoor(scope: Construct): HttpApi {
  const api = new HttpApi(scope, "FrontDoor", {
    createDefaultStage: false,
    description: `Pages of ${Stack.of(scope).stackName}`,
  });
  Validations.of(api).acknowledge({
    id: "AwsSolutions-APIG4",
    reason:
      "Nobody has an account: each page checks its own link from a mail, or the session that began with one.",
  });
  const log = new LogGroup(scope, "FrontDoorLog", {
    // Under this beginning one right serves all; for any other name AWS writes one into a policy that holds about forty.
    logGroupName: `/aws/vendedlogs/${Stack.of(scope).stackName}/front-door`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new HttpStage(scope, "FrontDoorStage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    // Requests a second, for the whole school.
    throttle: { rateLimit: 50, burstLimit: 100 },
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLogFormat },
  });
  return api;
}

/** Sends each path, and all below it, to the function. `/` takes whatever no other path takes. */
export function routePaths(api: HttpApi, id: string, paths: readonly string[], handler: IFunction): void {
  const integration = new HttpLambdaIntegration(id, handler);
  for (const path of paths) {
    const below = `${path === "/" ? "" : path}/{proxy+}`;
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
    api.addRoutes({ path: below, methods: [HttpMethod.ANY], integration });
  }
}
