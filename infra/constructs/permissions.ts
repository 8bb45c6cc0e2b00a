/** What each word of the catalogue's `may` allows, and not a byte more. */
import { Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Permission } from "../../functions/catalogue.ts";
import { tableShape } from "../../shared/records/shape.ts";
import type { Clock } from "./clock.ts";
import type { Mail } from "./mail.ts";
import type { SchoolTable } from "./table.ts";

export type Grounds = { table: SchoolTable; mail: Mail; clock: Clock };

const statementsOf: Record<Permission, (grounds: Grounds) => PolicyStatement[]> = {
  "read-table": ({ table }) => [
    new PolicyStatement({
      actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem"],
      resources: [table.tableArn],
    }),
  ],
  "search-table": ({ table }) => [
    new PolicyStatement({
      actions: ["dynamodb:Query"],
      resources: [table.tableArn, `${table.tableArn}/index/${tableShape.listIndex.name}`],
    }),
  ],
  "find-due": ({ table }) => [
    oneRight("dynamodb:Query", `${table.tableArn}/index/${tableShape.dueIndex.name}`),
  ],
  "write-table": ({ table }) => [
    new PolicyStatement({
      actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
      resources: [table.tableArn],
    }),
  ],
  "remove-from-table": ({ table }) => [oneRight("dynamodb:DeleteItem", table.tableArn)],
  // SES asks for the right to the configuration set as well as to the identity, and in its sandbox to the reader's too.
  "send-mail": ({ mail, table }) => [
    new PolicyStatement({
      actions: ["ses:SendRawEmail"],
      resources: [...mail.identityArns, ...mail.readerArns, mail.configurationSetArn],
      conditions: { StringEquals: { "ses:FromAddress": mail.senderAddress } },
    }),
    // A mail is claimed only while its meeting and its reader are as they were when it was planned.
    oneRight("dynamodb:ConditionCheckItem", table.tableArn),
  ],
  "set-clock": ({ clock }) => [
    oneRight("scheduler:CreateSchedule", clock.schedulesArn),
    new PolicyStatement({
      actions: ["iam:PassRole"],
      resources: [clock.role.roleArn],
      conditions: { StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" } },
    }),
  ],
};

/** Lets the function do what these words say. */
export function permit(handler: IFunction, may: readonly Permission[], grounds: Grounds): void {
  for (const permission of may) {
    for (const statement of statementsOf[permission](grounds)) handler.addToRolePolicy(statement);
  }
  if (handler.role && may.includes("set-clock"))
    Validations.of(handler.role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/<ClockGroup>/*]",
      reason: "The schedules of the school's own group, and of no other; their names are made at run time.",
    });
}

/** The right to do one thing to one resource. */
export const oneRight = (action: string, resource: string): PolicyStatement =>
  new PolicyStatement({ actions: [action], resources: [resource] });
