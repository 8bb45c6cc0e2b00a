/** Two schools get their own stacks, and each has all functions of the catalogue, opened as the catalogue says. */
import { describe, expect, it } from "vitest";
import { catalogue } from "../../functions/catalogue.ts";
import { environmentNames } from "../../shared/runtime/environment-names.ts";
import { unpackSchool } from "../../shared/runtime/packed-school.ts";
import { inWords, ofType, pascal, stacksOf, theOne } from "./stack-of.ts";

const houses = stacksOf("riverside", "harbour");
const zones: Record<string, string> = { riverside: "America/New_York", harbour: "America/Chicago" };

describe.each(houses)("$schoolId", (house) => {
  const entries = catalogue.map((entry) => ({ ...entry, ...functionOf(entry.name) }));
  function functionOf(name: string) {
    const [id, { Properties }] = theOne(house, "AWS::Lambda::Function", pascal(name));
    return { id, properties: Properties as Record<string, unknown> };
  }

  it("has the functions of the catalogue and no others", () => {
    expect(
      ofType(house, "AWS::Lambda::Function")
        .map(([id]) => id)
        .sort(),
    ).toEqual(entries.map(({ id }) => id).sort());
  });

  it.each(entries)(
    "$name runs on nodejs24.x and arm64, with its own time, memory and log",
    ({ properties, ...entry }) => {
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        Handler: "index.handler",
        Timeout: entry.timeoutSeconds,
        MemorySize: entry.memoryMiB,
        Description: entry.does,
        LoggingConfig: { LogGroup: { Ref: theOne(house, "AWS::Logs::LogGroup", pascal(entry.name))[0] } },
      });
    },
  );

  it.each(entries)("$name is told what the runtime reads, in less than 4 KB", ({ properties }) => {
    const { Variables } = properties.Environment as { Variables: Record<string, unknown> };
    expect(Object.keys(Variables).sort()).toEqual([...environmentNames].sort());
    expect(unpackSchool(Variables.SCHOOL as string).id).toBe(house.schoolId);
    expect(inWords(Variables.SITE_URL)).toBe(`${theOne(house, "AWS::ApiGatewayV2::Api")[0]}.ApiEndpoint`);
    // A reference becomes at most a name of 128 characters or an ARN of 256.
    const sizes = Object.entries(Variables).map(
      ([name, value]) => name.length + (typeof value === "string" ? value.length : 128),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4096);
  });

  it("serves each path, and all below it, by its function", () => {
    const routes = ofType(house, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => {
      const integration = inWords(Properties.Target).replace("integrations/", "");
      const uri = inWords(house.resources[integration]?.Properties.IntegrationUri);
      return `${Properties.RouteKey} → ${uri.replace(/Function\w+\.Arn$/, "")}`;
    });
    const expected = catalogue.flatMap(({ name, opensBy }) =>
      opensBy.by !== "pages"
        ? []
        : opensBy.paths.flatMap((path) =>
            [path, path === "/" ? "/{proxy+}" : `${path}/{proxy+}`].map(
              (route) => `ANY ${route} → ${pascal(name)}`,
            ),
          ),
    );
    expect(expected).toContain("ANY /answer/{proxy+} → Answer");
    expect(routes.sort()).toEqual(expected.sort());
  });

  it("logs no path, query, address or header of a request", () => {
    const [, { Properties }] = theOne(house, "AWS::ApiGatewayV2::Stage");
    const { Format } = Properties.AccessLogSettings as { Format: string };
    expect([...Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name).sort()).toEqual([
      "httpMethod",
      "integrationErrorMessage",
      "requestId",
      "requestTime",
      "responseLatency",
      "responseLength",
      "routeKey",
      "status",
    ]);
    expect(Properties.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
  });

  it("wakes by the clock's queue, few at a time, each word on its own", () => {
    const [, { Properties }] = theOne(house, "AWS::Lambda::EventSourceMapping");
    expect(inWords(Properties.FunctionName)).toBe(functionOf("wake").id);
    expect(inWords(Properties.EventSourceArn)).toBe(
      `${theOne(house, "AWS::SQS::Queue", "ClockQueue")[0]}.Arn`,
    );
    expect(Properties.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
    expect(Properties.ScalingConfig).toEqual({ MaximumConcurrency: 2 });
  });

  it("sweeps every 5 minutes and opens its month at the school's own hour", () => {
    const schedules = ofType(house, "AWS::Scheduler::Schedule").map(([, { Properties }]) => [
      inWords((Properties.Target as { Arn: unknown }).Arn),
      Properties.ScheduleExpression,
      Properties.ScheduleExpressionTimezone,
    ]);
    const [, { Properties }] = theOne(house, "AWS::Lambda::Function", "SignUp");
    const { SCHOOL } = (Properties.Environment as { Variables: { SCHOOL: string } }).Variables;
    const [hour, minute] = unpackSchool(SCHOOL).round.opensAt.split(":").map(Number);
    expect(schedules.sort()).toEqual(
      [
        [`${functionOf("sweep").id}.Arn`, "rate(5 minutes)", "UTC"],
        [`${functionOf("open-month").id}.Arn`, `cron(${minute} ${hour} * * ? *)`, zones[house.schoolId]],
      ].sort(),
    );
  });

  it("gives a sweep up that could not start before the next one comes, and does not try one again that failed", () => {
    const [, { Properties }] = theOne(house, "AWS::Lambda::EventInvokeConfig", "Sweep");
    expect([Properties.MaximumEventAgeInSeconds, Properties.MaximumRetryAttempts]).toEqual([300, 0]);
  });

  it("hears from SES what became of each mail, and nothing of what people open", () => {
    const [, { Properties }] = theOne(house, "AWS::SES::ConfigurationSetEventDestination");
    const destination = Properties.EventDestination as Record<string, unknown>;
    expect(destination.MatchingEventTypes).toEqual([
      "send",
      "reject",
      "delivery",
      "bounce",
      "complaint",
      "renderingFailure",
    ]);
    const [topic] = theOne(house, "AWS::SNS::Topic", "MailEventTopic");
    expect(inWords((destination.SnsDestination as { TopicARN: unknown }).TopicARN)).toBe(topic);
    const [, subscription] = theOne(house, "AWS::SNS::Subscription", "MailEvents");
    expect(inWords(subscription.Properties.TopicArn)).toBe(topic);
    expect(inWords(subscription.Properties.Endpoint)).toBe(`${functionOf("mail-events").id}.Arn`);
  });
});
