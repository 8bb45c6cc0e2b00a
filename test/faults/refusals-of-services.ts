/** How a service says that it is asked too often, and how a client finds out that nobody answers. */
import { type Answer, answer, type Service } from "../../infra/local/wire.ts";

const tooOften: Readonly<Record<Service, () => Answer>> = {
  dynamodb: () =>
    answer(
      400,
      "application/x-amz-json-1.0",
      JSON.stringify({
        __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
        message: "The level of configured provisioned throughput for the table was exceeded.",
      }),
    ),
  ses: () =>
    answer(
      400,
      "text/xml",
      '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error><RequestId>throttled</RequestId></ErrorResponse>',
    ),
  scheduler: () =>
    answer(429, "application/json", JSON.stringify({ Message: "Rate exceeded" }), {
      "x-amzn-errortype": "ThrottlingException",
    }),
};

export const throttled = (service: Service): Answer => tooOften[service]();

/** What a client's time-out looks like to the client. */
export const requestLost = (): Error =>
  Object.assign(new Error("the connection was closed"), { name: "TimeoutError" });
