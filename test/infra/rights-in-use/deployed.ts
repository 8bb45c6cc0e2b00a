/** A template as if it were deployed: every reference has become a name or an ARN, and each function has its environment and its rights. */
import type { FunctionName } from "../../../functions/catalogue.ts";
import { localAccount, localRegion, type PartNames } from "../../../infra/local/place.ts";
import type { EnvironmentName } from "../../../shared/runtime/environment-names.ts";
import { type House, ofType, pascal, type Resource, theOne } from "../stack-of.ts";
import { list, type Statement } from "./policy.ts";

export const arn = (service: string, rest: string, region = localRegion): string =>
  `arn:aws:${service}:${region}:${localAccount}:${rest}`;

/** What CloudFormation answers to `Ref` (under "Ref") and `Fn::GetAtt` for a resource of this type and physical name. */
const attributesOf: Record<string, (name: string, resource: Resource) => Record<string, string>> = {
  "AWS::DynamoDB::Table": (name) => ({ Ref: name, Arn: arn("dynamodb", `table/${name}`) }),
  "AWS::SQS::Queue": (name) => ({
    Ref: `https://sqs.${localRegion}.amazonaws.com/${localAccount}/${name}`,
    Arn: arn("sqs", name),
  }),
  "AWS::SNS::Topic": (name) => ({ Ref: arn("sns", name), TopicArn: arn("sns", name) }),
  "AWS::IAM::Role": (name) => ({ Ref: name, Arn: arn("iam", `role/${name}`, "") }),
  "AWS::Lambda::Function": (name) => ({ Ref: name, Arn: arn("lambda", `function:${name}`) }),
  "AWS::Logs::LogGroup": (name) => ({ Ref: name, Arn: arn("logs", `log-group:${name}:*`) }),
  "AWS::ApiGatewayV2::Api": (name) => ({
    Ref: name,
    ApiEndpoint: `https://${name}.execute-api.${localRegion}.amazonaws.com`,
  }),
  "AWS::ApiGatewayV2::Integration": (name) => ({ Ref: name }),
  "AWS::SES::ConfigurationSet": (name) => ({ Ref: name }),
  "AWS::SES::EmailIdentity": (_, { Properties }) => ({ Ref: Properties.EmailIdentity as string }),
  "AWS::Scheduler::ScheduleGroup": (_, { Properties }) => ({ Ref: Properties.Name as string }),
};

const pseudo: Record<string, string> = {
  "AWS::Partition": "aws",
  "AWS::Region": localRegion,
  "AWS::AccountId": localAccount,
  "AWS::URLSuffix": "amazonaws.com",
};

export type Deployed = {
  /** Properties of a resource, with everything in them resolved. */
  properties: (id: string) => Record<string, unknown>;
  /** What `Fn::GetAtt` or, under "Ref", `Ref` answers. */
  attribute: (id: string, name: string) => string;
  /** The logical ids of all resources of a type. */
  all: (type: string) => string[];
  /** The logical id of a function or of its role. */
  idOf: (name: FunctionName, part: "Function" | "Role") => string;
  /** All that a role may do. */
  statementsOf: (roleId: string) => Statement[];
  environmentOf: (name: FunctionName) => Readonly<Record<EnvironmentName, string>>;
  /** What the functions are told the school's parts are called. */
  names: PartNames;
};

export function deployed(house: House): Deployed {
  const attribute = (id: string, name: string): string => {
    const resource = house.resources[id];
    const attributes = resource && attributesOf[resource.Type];
    if (!attributes) throw new Error(`nothing is known of ${resource?.Type ?? id}`);
    // Names that CloudFormation makes up begin with the stack's.
    const value = attributes(`mentor-rounds-${house.schoolId}-${id}`, resource)[name];
    if (value === undefined) throw new Error(`${resource.Type} has no ${name} here`);
    return value;
  };
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    const [[key, inner] = ["", undefined], ...more] = Object.entries(value);
    if (more.length === 0 && key === "Ref") return pseudo[inner] ?? attribute(inner, "Ref");
    if (more.length === 0 && key === "Fn::GetAtt") return attribute(inner[0], inner[1]);
    if (more.length === 0 && key === "Fn::Join") return (resolve(inner[1]) as string[]).join(inner[0]);
    if (key.startsWith("Fn::")) throw new Error(`${key} is not understood here`);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolve(one)]));
  };
  const properties = (id: string) => resolve(house.resources[id]!.Properties) as Record<string, unknown>;
  const idOf: Deployed["idOf"] = (name, part) =>
    theOne(house, `AWS::${part === "Role" ? "IAM" : "Lambda"}::${part}`, `${pascal(name)}${part}`)[0];
  const environmentOf: Deployed["environmentOf"] = (name) =>
    (properties(idOf(name, "Function")).Environment as { Variables: Record<EnvironmentName, string> })
      .Variables;
  const all: Deployed["all"] = (type) => ofType(house, type).map(([id]) => id);
  const told = environmentOf("wake");
  return {
    properties,
    attribute,
    all,
    idOf,
    environmentOf,
    statementsOf: (roleId) =>
      all("AWS::IAM::Policy")
        .map(properties)
        .filter(({ Roles }) => (Roles as string[]).includes(attribute(roleId, "Ref")))
        .flatMap(({ PolicyDocument }) => list((PolicyDocument as { Statement: Statement }).Statement)),
    names: {
      tableName: told.TABLE_NAME,
      configurationSet: told.CONFIGURATION_SET,
      clock: { groupName: told.CLOCK_GROUP, queueArn: told.CLOCK_QUEUE_ARN, roleArn: told.CLOCK_ROLE_ARN },
    },
  };
}
