/** Puts an app of pages behind the HTTP API: a Lambda handler for events of format 2.0. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import type { PagesApp } from "./app.ts";

export type PagesHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export function pagesHandler(app: PagesApp): PagesHandler {
  const answer = handle(app);
  return async (event) =>
    (await answer(event as unknown as LambdaEvent)) as APIGatewayProxyStructuredResultV2;
}
