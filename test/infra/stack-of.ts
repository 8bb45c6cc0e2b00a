/** A school's stack as the template that CloudFormation would get, without any code. */
import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { readSettings } from "../../infra/read-settings.ts";
import { SchoolStack, type SchoolStackProps } from "../../infra/school-stack.ts";
import { readSchool } from "../../infra/schools/read-school.ts";
import { packSchool } from "../../shared/runtime/packed-school.ts";

export type Resource = {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};
export type House = {
  resources: Record<string, Resource>;
  outputs: Record<string, { Value: unknown; Description?: string }>;
  schoolId: string;
};

export type StackSettings = SchoolStackProps["settings"];
/** What a deployment without any `-c` says. */
const given = readSettings({});
if (!given.ok) throw new Error(given.refusal);
export const asGiven: StackSettings = given.value;

const { context } = JSON.parse(readFileSync("cdk.json", "utf8")) as { context: Record<string, unknown> };

/** The stacks of these schools of infra/schools/, made in one app as the deployment makes them. */
export const stacksOf = (...ids: readonly string[]): House[] => stacksWith(asGiven, ...ids);

/** The same with other settings. */
export function stacksWith(settings: StackSettings, ...ids: readonly string[]): House[] {
  const app = new App({
    context: {
      ...context,
      // `npm run synth` validates the templates; here it would only take time.
      "@aws-cdk/core:validateAgainstDefaultRules": false,
    },
  });
  const stacks = ids.map((id) => stackIn(app, id, settings));
  return stacks.map((stack, index) => {
    const { Resources, Outputs } = Template.fromStack(stack).toJSON();
    return { resources: Resources, outputs: Outputs, schoolId: ids[index]! };
  });
}

/** One school's stack in this app; its code is a stand-in, since `npm run synth` bundles the real one. */
export function stackIn(app: App, id: string, settings: StackSettings = asGiven): SchoolStack {
  const school = readSchool(`infra/schools/${id}.yaml`);
  if (!school.ok) throw new Error(school.refusal.map(({ sentence }) => sentence).join("\n"));
  const packed = packSchool(school.value);
  if (!packed.ok) throw new Error(packed.refusal);
  return new SchoolStack(app, {
    school: school.value,
    packedSchool: packed.value,
    settings,
    codeOf: () => Code.fromInline("exports.handler = async () => {};"),
  });
}

/** All resources of a type, with their logical ids. */
export const ofType = ({ resources }: House, type: string): [id: string, resource: Resource][] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type);

/** The one resource of a type whose logical id begins so. */
export function theOne(house: House, type: string, begins = ""): [id: string, resource: Resource] {
  const found = ofType(house, type).filter(([id]) => id.startsWith(begins));
  if (found.length !== 1)
    throw new Error(`${found.length} resources of type ${type} begin with "${begins}"; one was expected.`);
  return found[0]!;
}

/** A value of a template in one line: `{Ref: X}` as `X`, an attribute as `X.Arn`, joined parts joined. */
export function inWords(value: unknown): string {
  if (typeof value === "string") return value;
  const {
    Ref,
    "Fn::GetAtt": attribute,
    "Fn::Join": join,
  } = value as {
    Ref?: string;
    "Fn::GetAtt"?: [string, string];
    "Fn::Join"?: [string, unknown[]];
  };
  if (Ref) return Ref;
  if (attribute) return attribute.join(".");
  if (join) return join[1].map(inWords).join(join[0]);
  throw new Error(`No words for ${JSON.stringify(value)}.`);
}

/** `sign-up` → `SignUp`, as logical ids begin. */
export const pascal = (name: string): string =>
  name
    .split("-")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("");
