/** The rights that AWS asks for when a call reaches it, read off the wire (Service Authorization Reference). */
import { schedulerOperation } from "../../../infra/local/scheduler/stand-in.ts";
import { headerValues, readRawMail } from "../../../infra/local/ses/raw-mail.ts";
import type { Call, Service } from "../../../infra/local/wire.ts";
import { arn } from "./deployed.ts";
import type { Ask } from "./policy.ts";

/** Whom SES knows: addresses and domains. It asks for the right to the address where it knows it, else to the domain. */
export type Identities = readonly string[];

type Asking = (call: Call, identities: Identities) => Ask[];

const asksOf: Record<Service, Asking> = {
  dynamodb: ({ operation, body }) => asksOfTable(operation, JSON.parse(body)),
  ses: ({ operation, body }, identities) => asksOfMail(operation, new URLSearchParams(body), identities),
  scheduler: (call) => asksOfClock(call),
};

/** All of them have to be given. */
export const askedRights = (call: Call, identities: Identities): Ask[] =>
  asksOf[call.service](call, identities);

type TableRequest = {
  TableName?: string;
  IndexName?: string;
  RequestItems?: Record<string, unknown>;
  TransactItems?: Record<string, { TableName: string }>[];
};

const table = (name: string): string => (name.startsWith("arn:") ? name : arn("dynamodb", `table/${name}`));

/** A transaction asks for the rights of its parts and for none of its own. */
const rightOfPart: Record<string, string> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
};

function asksOfTable(operation: string, request: TableRequest): Ask[] {
  const ask = (right: string, resource: string): Ask => ({ action: `dynamodb:${right}`, resource });
  if (request.TransactItems)
    return request.TransactItems.flatMap((item) =>
      Object.entries(item).map(([part, { TableName }]) => {
        const right = rightOfPart[part];
        if (!right) throw new Error(`a transaction has no part ${part}`);
        return ask(right, table(TableName));
      }),
    );
  if (request.RequestItems)
    return Object.keys(request.RequestItems).map((name) => ask(operation, table(name)));
  if (!request.TableName) throw new Error(`${operation} names no table`);
  const whole = table(request.TableName);
  return [ask(operation, request.IndexName ? `${whole}/index/${request.IndexName}` : whole)];
}

function asksOfMail(operation: string, form: URLSearchParams, identities: Identities): Ask[] {
  if (operation !== "SendRawEmail") return [{ action: `ses:${operation}`, resource: "*" }];
  const mail = readRawMail(Buffer.from(form.get("RawMessage.Data") ?? "", "base64"));
  const from = /<([^<>]+)>$/.exec(headerValues(mail, "From")[0] ?? "")?.[1] ?? headerValues(mail, "From")[0]!;
  const source = form.get("Source") ?? from;
  const domain = source.slice(source.lastIndexOf("@") + 1);
  const configurationSet = form.get("ConfigurationSetName");
  return [
    `identity/${identities.includes(source) ? source : domain}`,
    ...(configurationSet === null ? [] : [`configuration-set/${configurationSet}`]),
  ].map((rest) => ({
    action: "ses:SendRawEmail",
    resource: arn("ses", rest),
    context: { "ses:FromAddress": from },
  }));
}

/** Whoever sets a schedule hands a role to Scheduler, and needs the right to do so. */
function asksOfClock(call: Call): Ask[] {
  const request = JSON.parse(call.body || "{}") as { GroupName?: string; Target?: { RoleArn: string } };
  const operation = schedulerOperation(call);
  const group = request.GroupName ?? call.query.groupName ?? "default";
  const name = decodeURIComponent(call.path.split("/")[2] ?? "");
  // Who lists one group is asked for the right to list them all (aws-cdk issue 38201).
  const schedules = operation === "ListSchedules" ? "*/*" : `${group}/${name}`;
  const passed = request.Target?.RoleArn;
  return [
    { action: `scheduler:${operation}`, resource: arn("scheduler", `schedule/${schedules}`) },
    ...(passed === undefined
      ? []
      : [
          {
            action: "iam:PassRole",
            resource: passed,
            context: { "iam:PassedToService": "scheduler.amazonaws.com" },
          },
        ]),
  ];
}
