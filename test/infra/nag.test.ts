/** cdk-nag has nothing to say against a school's stack but what is acknowledged beside the code, with its reason. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack, Validations } from "aws-cdk-lib";
import { CfnFunction } from "aws-cdk-lib/aws-lambda";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { afterAll, expect, it } from "vitest";
import { asGiven, stackIn } from "./stack-of.ts";

const outdir = mkdtempSync(join(tmpdir(), "nag-"));
afterAll(() => rmSync(outdir, { recursive: true }));

type Report = {
  pluginReports: {
    pluginName: string;
    violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[];
  }[];
};

it("the only findings of AwsSolutions and Serverless are in a stack that was made to have some", () => {
  const app = new App({ outdir, context: { "@aws-cdk/core:validateAgainstDefaultRules": false } });
  stackIn(app, "riverside", { ...asGiven, budgetDollars: 20 });
  const careless = new Stack(app, "careless");
  new CfnQueue(careless, "Queue");
  new CfnFunction(careless, "Function", {
    role: "arn:aws:iam::aws:role/any",
    code: { zipFile: "any" },
    handler: "index.handler",
    runtime: "nodejs24.x",
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  expect(() => app.synth()).toThrow();
  const { pluginReports } = JSON.parse(
    readFileSync(join(outdir, "validation-report.json"), "utf8"),
  ) as Report;
  const findings = pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  );
  expect(findings.filter((finding) => !finding.includes(" careless/"))).toEqual([]);
  expect(findings).toEqual(
    expect.arrayContaining([
      "AwsSolutions-SQS3 careless/Queue",
      "AwsSolutions-SQS4 careless/Queue",
      "Serverless-LambdaDLQ careless/Function",
    ]),
  );
});
